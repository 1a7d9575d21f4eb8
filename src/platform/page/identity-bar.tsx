import type { ComponentChildren } from 'preact'
import type { PersonMark } from './mark.ts'
import { Token } from './token.tsx'

export interface IdentityFact {
  /** `No order`, `Not yet seen alone`: an empty fact is said, never hidden. */
  readonly value: ComponentChildren
  readonly second?: ComponentChildren
  readonly state?: 'plain' | 'soon' | 'late'
}

/** The same five facts about everybody, always in this order. */
export interface IdentityFacts {
  readonly legalStatus: IdentityFact
  readonly warnings: IdentityFact
  readonly keyWorker: IdentityFact
  readonly lastSeenAlone: IdentityFact
  readonly nextDate: IdentityFact
}

const labels: readonly (readonly [keyof IdentityFacts, string])[] = [
  ['legalStatus', 'Legal status'], ['warnings', 'Warnings'], ['keyWorker', 'Key worker'], ['lastSeenAlone', 'Last seen alone'], ['nextDate', 'Next statutory date'],
]

/** Who this page is about. Goes into `Page`'s band, with the tabs of the record under it. */
export function IdentityBar({ mark, name, age, tags, facts, end, photo }: {
  mark: PersonMark
  /** The whole name, as long as it is: it wraps. */
  name: string
  /** `9 years, born 14 January 2016`, `Born about 2016`, `Due 12 March`. */
  age: string
  tags?: ComponentChildren
  facts: IdentityFacts
  end?: ComponentChildren
  photo?: { readonly src: string; readonly alt: string }
}) {
  return (
    <div class="identity">
      {photo ? <img class="identity-photo" src={photo.src} alt={photo.alt} width="88" height="104" /> : <Silhouette mark={mark} />}
      <div class="identity-who">
        <h1><Token mark={mark} size="m" beside />{name}</h1>
        <p class="identity-age">{age}</p>
        {tags ? <div class="tags">{tags}</div> : null}
      </div>
      {end ? <div class="identity-end">{end}</div> : null}
      <dl class="identity-facts">
        {labels.map(([key, label]) => (
          <div class={`fact-${facts[key].state ?? 'plain'}`}>
            <dt>{label}</dt>
            <dd><strong>{facts[key].value}</strong>{facts[key].second ? <span class="second">{facts[key].second}</span> : null}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

const Silhouette = ({ mark }: { mark: PersonMark }) => (
  <svg class={`identity-photo hue-${mark.hue}`} viewBox="0 0 88 104" aria-hidden="true" focusable="false">
    <rect class="silhouette-back" width="88" height="104" rx="12" />
    <circle class="silhouette" cx="44" cy="43" r="19" /><path class="silhouette" d="M10 104c0-22 15-34 34-34s34 12 34 34Z" />
  </svg>
)
