import type { ComponentChildren } from 'preact'
import type { Hue, PersonMark } from './mark.ts'
import { Tag } from './tag.tsx'
import { Token, TokenRow } from './token.tsx'
import { Quote } from './words.tsx'

export interface ChronologyLine {
  readonly id: string
  /** `11 Nov`, and under it `Tue` or the year. `about` says that the day is not exact. */
  readonly day: string
  readonly weekday?: string
  readonly isoDay: string
  readonly about: readonly PersonMark[]
  readonly title: string
  readonly href?: string
  readonly words?: string
  /** Somebody's own words. */
  readonly said?: { readonly words: string; readonly hue: Hue }
  readonly significant: boolean
  /** Who, what kind, and when it was recorded if that was later. */
  readonly source: string
  readonly tags?: ComponentChildren
}

/** One thing that happened. */
function ChronologyEntry({ line }: { line: ChronologyLine }) {
  return (
    <li class={line.significant ? 'event is-significant' : 'event'} id={line.id}>
      <time class="event-day" dateTime={line.isoDay}><strong>{line.day}</strong>{line.weekday ? <span>{line.weekday}</span> : null}</time>
      <svg class="event-mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">{line.significant ? <path d="M8 .5 15.5 8 8 15.500.5 8Z" /> : <circle cx="8" cy="8" r="5" />}</svg>
      <div class="event-what">
        <h3>{line.about.length > 0 ? <TokenRow marks={line.about} /> : null}{line.href ? <a href={line.href}>{line.title}</a> : line.title}{line.significant ? <Tag kind="theme">Significant</Tag> : null}{line.tags}</h3>
        {line.words ? <p>{line.words}</p> : null}
        {line.said ? <Quote words={line.said.words} hue={line.said.hue} /> : null}
        <p class="source">{line.source}</p>
      </div>
    </li>
  )
}

/** What happened, newest first, on a rail of dates. */
export const Chronology = ({ lines, label }: { lines: readonly ChronologyLine[]; label: string }) => (
  <ol class="chronology" aria-label={label}>{lines.map((line) => <ChronologyEntry line={line} />)}</ol>
)

/** A filter as a link: everyone, one child, significant only. */
export interface FilterLink { readonly label: string; readonly href: string; readonly here: boolean; readonly mark?: PersonMark; readonly significant?: boolean }

/** Filters over the chronology; `more` holds search and kinds. */
export function ChronologyFilters({ links, more }: { links: readonly FilterLink[]; more?: ComponentChildren }) {
  return (
    <div class="filters">
      <nav aria-label="Show in the chronology">
        <ul>
          {links.map((link) => (
            <li>
              <a class="chip" href={link.href} aria-current={link.here ? 'true' : undefined}>
                {link.mark ? <Token mark={link.mark} beside /> : null}
                {link.significant ? <svg class="diamond" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1 15 8 8 15 1 8Z" /></svg> : null}
                {link.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {more ? <div class="filters-more">{more}</div> : null}
    </div>
  )
}
