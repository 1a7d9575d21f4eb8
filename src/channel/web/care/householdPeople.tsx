import { ethnicities, sexes } from '../../../../content/codes/person.ts'
import { newId } from '../../../kernel/ids.ts'
import { labelOf } from '../../../kernel/codes.ts'
import type { PlainDate } from '../../../kernel/dates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Choice, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { again, form, type Ask, type Route } from '../../../record/access/page.ts'
import { sayHouseholdMember } from '../../../record/care/households.ts'
import type { HouseholdMember } from '../../../record/care/model.ts'
import { textOf } from '../people/detailForms.tsx'
import { backOf, inWords, isTicked, offered } from './typing.tsx'

const genders = [...sexes.codes.filter(({ code }) => code !== 'notStated').map(({ code, label }) => ({ value: code, label })), { value: 'other', label: 'Neither' }, { value: 'notStated', label: 'Did not want to say' }]
const genderInWords = (code: string | null): string => genders.find(({ value }) => value === code)?.label ?? ''

/** Who lives in a carer household, and what they said of themselves. */
export function HouseholdPeople({ householdId, members, writes, today, ask }: Readonly<{ householdId: string; members: readonly HouseholdMember[]; writes: boolean; today: PlainDate; ask: Ask }>) {
  const back = backOf(ask, {})
  return (
    <Card id="people" title="Who they are" lede="What they say of themselves, and only that. Of those who adopt the inspectors ask it without names.">
      <Table caption="Who lives in the household" stack rows={members} empty={<EmptyState title="Nobody is named yet">The household is counted as one until somebody is.</EmptyState>} columns={[
        { title: 'Name', head: true, cell: (one) => one.name }, { title: 'Gender', cell: (one) => genderInWords(one.gender) }, { title: 'Ethnicity', cell: (one) => (one.ethnicity ? labelOf(ethnicities, one.ethnicity) : '') },
        { title: 'Disability', cell: (one) => (one.disabled === 'yes' ? 'Yes' : one.disabled === 'no' ? 'No' : '') },
      ]} />
      {writes ? (
        <details class="fold" open={ask.body.gender !== undefined && ask.problems.length > 0}>
          <summary><span class="fold-link">Name somebody, or change what is said</span></summary>
          <form method="post" action={`/care/households/${householdId}/people`}>
            <input type="hidden" name="commandId" value={newId()} />
            {members.length > 0 ? <Select label="Whom" options={[{ value: '', label: 'Somebody who is not named yet' }, ...members.map((one) => ({ value: one.memberId, label: one.name }))]} {...back('memberId')} /> : null}
            <Line label="Name" {...(members.length > 0 ? { hint: 'Of somebody who is named already: only where it changes. What is left empty stays as it is.' } : {})} {...back('name')} maxLength={200} />
            <Select label="Gender" optional="as they say it" empty="Not asked yet" options={genders} {...back('gender')} />
            <Select label="Ethnicity" optional="as they say it" empty="Not asked yet" options={offered(ethnicities, today)} {...back('ethnicity')} />
            <Choice label="A disability" look="label" across options={[{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }]} {...back('disabled')} />
            {members.length > 0 ? <Tick name="gone" label="They no longer live in this household" checked={isTicked(ask, 'gone')} /> : null}
            <Actions><Button>Keep it</Button></Actions>
          </form>
        </details>
      ) : null}
    </Card>
  )
}

/** Takes what is said of somebody. `shown`: the page of the household, for what has to be put right. */
export const saveHouseholdPeople = (shown: Route): Route => form('/care/households/:id/people', async (caller, ask, around) => {
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const said = Object.fromEntries(['memberId', 'gender', 'ethnicity', 'disabled'].flatMap((name) => (text(name) ? [[name, text(name)]] : [])))
  const outcome = await sayHouseholdMember.perform(caller, { id: newId(), householdId: ask.params.id ?? '', name: text('name'), ...said, ...(ask.body['gone'] === 'yes' ? { gone: true } : {}) }, ask.commandId)
  return 'problems' in outcome ? again(shown, outcome.problems.map(inWords))(caller, ask, around) : { go: `/care/households/${ask.params.id}?saved=1#people` }
})
