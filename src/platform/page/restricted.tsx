import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

/** The head of a page about a restricted record: kindness first, and no name. A sealed record never comes here. */
export const RestrictedHead = ({ title, lede }: { title: string; lede: ComponentChildren }) => (
  <div><span class="seal-mark"><Icon name="lock" size="l" /></span><h1>{title}</h1><p class="lede">{lede}</p></div>
)

/** A simpler way than breaking the glass: ask somebody, ask to be added. */
export const Way = ({ icon, title, children }: { icon: IconName; title: string; children: ComponentChildren }) => (
  <div class="way"><Icon name={icon} /><p><strong>{title}</strong><span class="second">{children}</span></p></div>
)
