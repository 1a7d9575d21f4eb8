import type { ComponentChildren } from 'preact'
import { coupleWords, type CoupleKind, type Drawn, type ParentKind } from './family.ts'

const Sign = ({ words, children, class: kind }: { words: string; children: ComponentChildren; class?: string }) => (
  <li><svg class={kind} viewBox="0 0 26 16" width="26" height="16" aria-hidden="true" focusable="false">{children}</svg>{words}</li>
)

/** What the signs mean: only those that are drawn. */
export function TreeLegend({ symbols, couples, parents, homes }: { symbols: readonly Drawn[]; couples: ReadonlySet<CoupleKind>; parents: ReadonlySet<ParentKind>; homes: boolean }) {
  const people = symbols.filter((person) => person.as !== 'unknown')
  const some = (symbol: Drawn['symbol']) => people.some((person) => person.symbol === symbol)
  const line = (kind: CoupleKind) => (couples.has(kind) ? (
    <Sign words={coupleWords[kind]} class={`tree-couple is-${kind}`}><path d="M1 8h24" />{kind === 'separated' || kind === 'divorced' ? <path class="tree-slash" d={kind === 'divorced' ? 'm8 14 5-12m1 12 5-12' : 'm10 14 5-12'} /> : null}</Sign>
  ) : null)
  return (
    <ul class="tree-legend" aria-label="What the signs mean">
      {some('male') ? <Sign words="male"><rect x="7" y="2" width="12" height="12" /></Sign> : null}
      {some('female') ? <Sign words="female"><circle cx="13" cy="8" r="6" /></Sign> : null}
      {some('unborn') ? <Sign words="unborn"><path d="m13 2 6.5 12h-13Z" /></Sign> : null}
      {some('notStated') ? <Sign words="not stated"><path d="m13 1 7 7-7 7-7-7Z" /></Sign> : null}
      {symbols.some((person) => person.as === 'unknown') ? <Sign words="not known to us"><text x="13" y="13">?</text></Sign> : null}
      {people.some((person) => person.childWeWorkWith) ? <Sign words="child we work with"><rect x="6" y="1" width="14" height="14" /><rect x="9" y="4" width="8" height="8" /></Sign> : null}
      {people.some((person) => person.died) ? <Sign words="died"><path d="m7 2 12 12M19 2 7 14" /></Sign> : null}
      {line('married')}{line('livingTogether')}{line('separated')}{line('divorced')}
      {parents.has('adopted') ? <Sign words="adopted" class="tree-descent is-adopted"><path d="M1 6h24" /><path class="beside" d="M1 10h24" /></Sign> : null}
      {parents.has('fostered') ? <Sign words="fostered" class="tree-descent is-fostered"><path d="M1 8h24" /></Sign> : null}
      {homes ? <Sign words="household" class="legend-home"><path d="M1 8h24" /></Sign> : null}
    </ul>
  )
}
