import type { ComponentChildren } from 'preact'
import { EmptyWords } from './empty.tsx'
import { Icon, type IconName } from './icons.tsx'

export type MessageKind = 'good' | 'soon' | 'late' | 'wait' | 'seal' | 'theme'

const iconOf: Record<MessageKind, IconName> = { good: 'tick', soon: 'warning', late: 'warning', wait: 'noSignal', seal: 'lock', theme: 'info' }

/** One band of news: what happened in bold, then what to do. `live` reads it out when it appears. */
export function Message({ kind, title, children, icon, live = false }:
  { kind: MessageKind; title?: string; children?: ComponentChildren; icon?: IconName; live?: boolean }) {
  return (
    <div class={`message message-${kind}`} role={live ? 'status' : undefined}>
      <Icon name={icon ?? iconOf[kind]} />
      <div>{title ? <strong>{title}</strong> : null}{title && children ? ' ' : null}{children}</div>
    </div>
  )
}

/** Stands where the work was: what happened, who knows, by when, and how to undo it. Takes the focus when the page is the answer to a form. */
export function Confirmation({ title, children, undo }: { title: string; children?: ComponentChildren; undo?: ComponentChildren }) {
  return (
    <div class="message message-good confirmation" role="status" tabIndex={-1} data-focus>
      <Icon name="tick" />
      <div><strong>{title}</strong>{children ? <> {children}</> : null}{undo ? <span class="undo"> {undo}</span> : null}</div>
    </div>
  )
}

/** Empty is good: a bold fact, and a line that says what will appear here. */
export function EmptyState({ title, children, homely = false }: { title: string; children?: ComponentChildren; homely?: boolean }) {
  return (
    <div class={homely ? 'empty empty-homely' : 'empty'}>
      {homely ? <Homely /> : null}
      <EmptyWords title={title}>{children}</EmptyWords>
    </div>
  )
}

const Homely = () => (
  <svg class="homely" viewBox="0 0 76 48" aria-hidden="true" focusable="false">
    <path d="M1 46h74M10 46V22L24 10l14 12v24M20 46V34h8v12M48 46V42a10 10 0 0 1 20 0v4" />
    <circle class="homely-sun" cx="55" cy="12" r="8" />
  </svg>
)

/** `Saved at 10:42`, `Saving`, `Kept on this device`: read out politely, at most once a minute by whoever changes it. */
export function SaveState({ words, kind = 'good', id = 'save-state' }: { words: string; kind?: 'good' | 'wait' | 'late' | 'quiet'; id?: string }) {
  return (
    <span class={`save-state save-${kind}`} id={id} role="status">
      {kind === 'quiet' ? null : <Icon name={kind === 'good' ? 'tick' : kind === 'wait' ? 'noSignal' : 'warning'} size="s" />}<span>{words}</span>
    </span>
  )
}
