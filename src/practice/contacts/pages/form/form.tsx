import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { SaveState } from '../../../../platform/page/message.tsx'
import { Adults } from './adults.tsx'
import { Children, HomeBlock } from './children.tsx'
import type { FormProps } from './frame.ts'
import { SourceCard, WordsCard } from './source.tsx'

/** The fields of one contact for a whole family. Every button sends `do`; without script each is a round to the server that keeps everything. */
export const ContactFields = (props: FormProps & { saved?: { words: string; kind: 'good' | 'wait' | 'late' | 'quiet' } }) => (
  <>
    {/* The first button of a form is pressed by Enter in any box: it keeps what is typed and stays. */}
    <button type="submit" name="do" value="stay" class="unseen" tabIndex={-1} aria-hidden="true">Keep</button>
    <input type="hidden" name="draft" value={props.typed.draft} />
    <ErrorSummary problems={props.problems.map((one) => ({ field: one.question, words: one.problem }))} />
    <SourceCard {...props} />
    <WordsCard {...props} />
    <Card title="Who it is about" id="about" lede="Once for the whole family. What brothers and sisters share is written once.">
      <Adults {...props} />
      <Children {...props} />
      <HomeBlock {...props} />
    </Card>
    <Actions remark={props.saved ? <SaveState words={props.saved.words} kind={props.saved.kind} /> : undefined}>
      <Button kind="primary" name="do" value="record">Record contact</Button>
    </Actions>
  </>
)
