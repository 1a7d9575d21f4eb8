import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { sentence } from '../../../kernel/phrasing.ts'
import { Icon } from '../../../platform/page/icons.tsx'
import { ageInWords } from '../marks.ts'
import type { Reason } from '../matching/score.ts'
import type { Card as NameCard } from '../model.ts'

/** `9, born 4 Mar 2016`, with the other names: what tells people of one name apart. */
export function lineUnder(card: NameCard, otherNames: readonly string[], today: PlainDate): string {
  const age = sentence(ageInWords(card, today))
  const born = card.bornOn && !card.diedOn ? `, born ${card.bornAbout === 'day' || card.bornAbout === null ? '' : 'about '}${dayInWords(card.bornOn)}` : ''
  const also = otherNames.length > 0 ? `. Also ${otherNames.slice(0, 3).join(', ')}` : ''
  return `${age}${born}${also}`
}

/** Why somebody was found, in plain words; what speaks against it comes after. */
export const Reasons = ({ hit }: { hit: Readonly<{ reasons: readonly Reason[] }> }) => (
  <ul class="reasons">
    {hit.reasons.map((reason) => (
      <li class={reason.bits > 0 ? 'is-for' : 'is-against'}><Icon name={reason.bits > 0 ? 'tick' : 'info'} size="s" />{reason.words}</li>
    ))}
  </ul>
)
