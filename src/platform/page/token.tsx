import { inOrder, letterOf, type PersonMark, type PersonSymbol } from './mark.ts'

/** s 22 px in a line, m 28 px before a name, l 44 px on a phone and in choices. */
export type TokenSize = 's' | 'm' | 'l'

function Shape({ symbol }: { symbol: PersonSymbol }) {
  if (symbol === 'female') return <circle cx="22" cy="22" r="21" />
  if (symbol === 'male') return <rect x="2" y="2" width="40" height="40" rx="8" />
  if (symbol === 'unborn') return <path d="M22 2.5 42.5 40a1 1 0 0 1-1 1.5h-39a1 1 0 0 1-1-1.5Z" />
  return <path d="M22 1 43 22 22 43 1 22Z" />
}

/** The person's symbol and letter. Give `beside` when the name stands next to it: then it is not read out twice. */
export function Token({ mark, size = 's', beside = false }: { mark: PersonMark; size?: TokenSize; beside?: boolean }) {
  const name = beside ? { 'aria-hidden': true as const } : { role: 'img' as const, 'aria-label': mark.name }
  return (
    <svg class={`token token-${size} hue-${mark.hue}`} viewBox="0 0 44 44" focusable="false" {...name}>
      {beside ? null : <title>{mark.name}</title>}
      <Shape symbol={mark.symbol} />
      <text x="22" y={mark.symbol === 'unborn' ? 36 : 29}>{letterOf(mark.name)}</text>
    </svg>
  )
}

/** Everybody a thing is about, in order of birth. More than `most` are counted in words. */
export function TokenRow({ marks, size = 's', most = 8 }: { marks: readonly PersonMark[]; size?: TokenSize; most?: number }) {
  const shown = marks.length > most ? inOrder(marks).slice(0, most - 1) : inOrder(marks)
  const rest = marks.length - shown.length
  return (
    <span class="tokens">
      {shown.map((mark) => <Token mark={mark} size={size} />)}
      {rest > 0 ? <span class="tokens-more">and {rest} more</span> : null}
    </span>
  )
}

/** Token and name on one line; the name is a link where there is somewhere to go. */
export function NamedToken({ mark, href, second, size = 'm' }: { mark: PersonMark; href?: string; second?: string; size?: TokenSize }) {
  return (
    <span class="named">
      <Token mark={mark} size={size} beside />
      <span>
        {href ? <a href={href} class="name">{mark.name}</a> : <span class="name">{mark.name}</span>}
        {second ? <span class="second">{second}</span> : null}
      </span>
    </span>
  )
}
