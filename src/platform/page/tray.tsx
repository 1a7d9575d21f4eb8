import type { ComponentChildren } from 'preact'
import { ButtonLink } from './button.tsx'
import { Clock, type ClockState } from './clock.tsx'
import type { PersonMark } from './mark.ts'
import { TokenRow } from './token.tsx'

export interface TrayWork {
  readonly title: string
  readonly about: readonly PersonMark[]
  /** `Ruby Lawson, 4` */
  readonly who: string
  /** Whose record each opens, where it is named one by one: stands in place of `who`. */
  readonly names?: readonly Readonly<{ words: string; href: string }>[]
  /** `needs to be seen alone` */
  readonly also?: string
  readonly clock: { readonly state: ClockState; readonly words: string; readonly second?: string }
  /** Where its clock stands by itself, where it may wait. */
  readonly clockHref?: string
  /** What is asked there, where it is not its clock alone. */
  readonly clockWords?: string
  /** Leads to the exact section. */
  readonly open: { readonly href: string; readonly words: string }
  /** A choice at the left for working on several at once. */
  readonly choose?: ComponentChildren
}

/** What, who, clock, and one button. */
function TrayRow({ work }: { work: TrayWork }) {
  return (
    <li class={work.clock.state === 'late' ? 'tray-row is-late-row' : 'tray-row'}>
      {work.choose ? <div class="tray-choose">{work.choose}</div> : null}
      <div class="tray-what">
        <h3>{work.title}</h3>
        <p>{work.about.length > 0 ? <TokenRow marks={work.about} most={6} /> : null}<span>{work.names ? work.names.map((one, i) => <>{i > 0 ? ', ' : ''}<a href={one.href}>{one.words}</a></>) : work.who}</span>{work.also ? <span class="also">{work.also}</span> : null}</p>
      </div>
      <div class="tray-when"><Clock {...work.clock} />{work.clockHref ? <a class="second" href={work.clockHref}>{work.clockWords ?? 'Its clock'}<span class="unseen"> for {work.title}, {work.who}</span></a> : null}</div>
      <div class="tray-open"><ButtonLink kind="row" href={work.open.href} about={`${work.title}, ${work.who}`}>{work.open.words}</ButtonLink></div>
    </li>
  )
}

/** Rows that time has put together: overdue, today, this week, waiting for others. */
export function TrayGroup({ title, count, rows, children, id }: { title: string; count?: number; rows?: readonly TrayWork[]; children?: ComponentChildren; id?: string }) {
  return (
    <section class="tray" id={id}>
      <h2 class="group-title">{title}<span class="count">{count ?? rows?.length}</span></h2>
      {rows ? <ul class="tray-rows">{rows.map((work) => <TrayRow work={work} />)}</ul> : null}
      {children}
    </section>
  )
}
