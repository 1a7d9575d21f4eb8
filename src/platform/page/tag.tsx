import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

export type TagKind = 'plain' | 'outline' | 'theme' | 'good' | 'soon' | 'late' | 'wait' | 'seal'

/** A short fact in a box, never a sentence and never a button; at most two a person in a list. */
export function Tag({ kind = 'plain', icon, children }: { kind?: TagKind; icon?: IconName; children: ComponentChildren }) {
  return <span class={`tag tag-${kind}`}>{icon ? <Icon name={icon} size="s" /> : null}{children}</span>
}
