import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import type { Card as PersonCard } from '../../../record/people/model.ts'

/** Somebody born whose name nobody has written: a census carries none. */
export const isNameless = (card: PersonCard): boolean => !card.unborn && card.given === '' && card.family === ''

/** The name in one step, where its lack is seen. */
export const NamelessForm = ({ card }: { card: PersonCard }) => (
  <Card id="name" title="Write the name when you know it" lede="Every list and letter uses it from then on.">
    <form method="post" action={`/people/${card.id}/details`}>
      <input type="hidden" name="commandId" value={newId()} />
      <input type="hidden" name="what" value="name" />
      <input type="hidden" name="kind" value="legal" />
      <input type="hidden" name="back" value="summary" />
      <FieldRow>
        <Line id="nameless-given" name="given" label="First names" />
        <Line id="nameless-family" name="family" label="Surname" />
      </FieldRow>
      <Actions><Button kind="row">Record the name</Button></Actions>
    </form>
  </Card>
)
