import { Icon } from '../../../platform/page/icons.tsx'
import type { Reason } from '../matching/score.ts'

/** Why somebody was found, in plain words; what speaks against it comes after. */
export const Reasons = ({ hit }: { hit: Readonly<{ reasons: readonly Reason[] }> }) => (
  <ul class="reasons">
    {hit.reasons.map((reason) => (
      <li class={reason.bits > 0 ? 'is-for' : 'is-against'}><Icon name={reason.bits > 0 ? 'tick' : 'info'} size="s" />{reason.words}</li>
    ))}
  </ul>
)
