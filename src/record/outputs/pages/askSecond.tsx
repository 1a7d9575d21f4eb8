import { Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import type { Problem } from '../../../kernel/errors.ts'
import { holdsHidden } from '../rules/judging.ts'

/** Stands in a form that writes something to go out, when it was stopped: the way to a second person. Posts `do` = ask and `because`. */
export const AskSecond = ({ problems, because = '' }: { problems: readonly Problem[]; because?: string }) => problems.some(holdsHidden) ? (
  <Card id="askSecond" title="If the words are right as they are" lede="A second person reads the passage and your reason, and agrees or refuses. Nothing goes out before that.">
    <Words name="because" label="Why is it right that this goes out?" rows={2} value={because} problem={problems.find((one) => one.question === 'because')?.problem} />
    <Button name="do" value="ask">Ask a second person</Button>
  </Card>
) : null
