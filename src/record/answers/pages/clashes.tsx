import type { FormDefinition } from '../../../engine/forms/model.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Account } from '../../../platform/page/words.tsx'
import type { Clash } from '../model.ts'

const textOf = (value: Clash['mine']): string => (typeof value === 'string' ? value : Array.isArray(value) && value.length > 0 ? value.join('; ') : 'Nothing')

/** Two people wrote in one place: both texts, and a choice. `action`: where the form is written. */
export const Clashes = ({ action, definition, clashes }: { action: string; definition: FormDefinition; clashes: readonly Clash[] }) => <>{clashes.map((clash) => (
  <Card title="Two people wrote in one place">
    <h3>{definition.sections.flatMap((section) => section.questions).find((one) => one.id === clash.question)?.ask ?? ''}</h3>
    <p class="source">What stands there{clash.theirsBy ? `, by ${clash.theirsBy}` : ''}</p><Account text={textOf(clash.theirs)} />
    <p class="source">Written beside it{clash.by ? `, by ${clash.by}` : ''}</p><Account text={textOf(clash.mine)} />
    <form method="post" action={action}><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="clash" value={clash.id} />
      <Actions><Button name="go" value="stands">Keep what stands there</Button><Button name="go" value="other">Take the other</Button></Actions></form>
  </Card>
))}</>

/** What a form says that came back with two texts in one place. */
export const clashProblems = (questions: readonly string[]) => questions.map((question) => ({ question, problem: 'Somebody else wrote here meanwhile. Both texts are kept: choose above.' }))
