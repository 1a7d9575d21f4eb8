import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icons.tsx'

/** primary: the one thing to do on this page. second: outlined. row: small, in a list. seal: opening a restricted record. quiet: looks like a link. */
export type ButtonKind = 'primary' | 'second' | 'row' | 'seal' | 'quiet'

interface Look { kind?: ButtonKind; icon?: IconName; children: ComponentChildren }

interface Pressed {
  about?: string
  type?: 'submit' | 'button'
  name?: string
  value?: string
  /** The id of the form, for a button that stands outside it. */
  form?: string
  id?: string
  formAction?: string
  formNoValidate?: boolean
  onClick?: (event: Event) => void
}

const classOf = (kind: ButtonKind) => (kind === 'quiet' ? 'quiet-button' : `button button-${kind}`)

/** Does something: sends a form. `about` finishes the name for somebody who hears only the buttons ("Open", about "plan of Ruby Lawson"). */
export function Button({ kind = 'second', icon, children, about, type = 'submit', ...more }: Look & Pressed) {
  return (
    <button class={classOf(kind)} type={type} {...more}>
      {icon ? <Icon name={icon} size="s" /> : null}{children}{about ? <span class="unseen"> {about}</span> : null}
    </button>
  )
}

/** Goes somewhere, and looks like a button. */
export function ButtonLink({ kind = 'second', icon, children, about, href, id }: Look & { href: string; about?: string; id?: string }) {
  return (
    <a class={classOf(kind)} href={href} id={id}>
      {icon ? <Icon name={icon} size="s" /> : null}{children}{about ? <span class="unseen"> {about}</span> : null}
    </a>
  )
}

/** The buttons and links at the foot of a form: the filled one first, a quiet remark at the end of the line. */
export function Actions({ children, remark }: { children: ComponentChildren; remark?: ComponentChildren }) {
  return <div class="actions">{children}{remark ? <span class="actions-remark">{remark}</span> : null}</div>
}
