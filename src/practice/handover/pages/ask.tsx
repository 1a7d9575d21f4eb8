import { handoverReasons } from '../../../../content/codes/handovers.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { problemAt } from '../../../platform/page/fields/problemAt.ts'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { Token } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { markOf } from '../../../record/people/marks.ts'
import { askToTake } from '../commands.ts'
import { asking as askingFor } from '../queries.ts'
import { WorkThatGoes } from './parts.tsx'

/** Asks another team to take children: whom, why, and what has to be known first. */
export const askPage = page('/handovers/new', {
  what: 'page.askHandover',
  may: 'record.write',
  load: async (asking, ask) => {
    const people = idsIn(ask.query.people).concat(idsIn(ask.body.around))
    return { ...(await askingFor(asking, people[0] ?? '')), people }
  },
  view: ({ children, from, teams, waiting, split, people }, frame, ask) => {
    const problem = (name: string) => problemAt(ask.problems, name)
    const ticked = idsIn(ask.body.people)
    const [already] = waiting
    return (
      <Page {...frame} title="Hand over to another team" problemCount={ask.problems.length}>
        <PageHead title="Hand over to another team" lede={from ? `They stay with ${from.name} until the other team has taken them. Nothing changes before.` : 'No team works with them.'} />
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {already ? <Message kind="wait" icon="people" title={`${already.toTeam} has been asked already.`}><a href={`/handovers/${already.id}`}>See what they say</a>, or take it back there.</Message>
          : !from ? <Message kind="wait" icon="people" title="There is nothing to hand over.">A child is handed over by the team that works with them. Begin with a contact, or give their work to somebody.</Message>
            : (
              <form method="post" action="/handovers/new" data-keep={`handover-${people[0] ?? ''}`}>
                <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="around" value={people[0] ?? ''} />
                <Columns
                  main={<Card title="To whom, and why">
                    <Select name="toTeamId" label="Which team" width={24} empty="Choose a team" value={textOf(ask.body.toTeamId)} options={teams.map((team) => ({ value: team.id, label: team.name }))} {...problem('toTeamId')} />
                    <Select name="reason" label="Why" width={24} empty="Choose a reason" value={textOf(ask.body.reason)} options={handoverReasons.codes.map((one) => ({ value: one.code, label: one.label }))} {...problem('reason')} />
                    <Words name="words" label="What they have to know first" hint="Where it stands, what worries us most, what the family has been told, what works with them." rows={6} value={textOf(ask.body.words)} {...problem('words')} />
                    <Words name="left" label="What is left to do" optional="they read it when they decide" rows={3} value={textOf(ask.body.left)} {...problem('left')} />
                  </Card>}
                  aside={<>
                    <Card title="Who goes"><Choices name="people" label="Children" look="hidden" values={ticked.length > 0 ? ticked : people.filter((id) => children.some((one) => one.id === id))} {...problem('people')} options={children.map((card) => ({ value: card.id, label: <span class="with-token"><Token mark={markOf(card)} beside />{card.given || card.name}</span> }))} />
                      <p class="card-foot">Brothers and sisters go together unless there is a reason. Their parents go along.</p></Card>
                    <WorkThatGoes split={split} title="Work that goes with all of them" gives />
                  </>} />
                <Actions remark="The manager of the other team finds it in their work and sees the children’s records from then on."><Button kind="primary">Ask the other team</Button>{people[0] ? <ButtonLink kind="quiet" href={`/people/${people[0]}/family`}>Back to the family</ButtonLink> : null}</Actions>
              </form>)}
      </Page>
    )
  },
})
const inOurWords: Readonly<Record<string, string>> = { toTeamId: 'Choose the team that is asked.', reason: 'Choose why they go.', words: 'Write what the other team has to know first.', people: 'Tick who goes.' }
export const saveAsk = form('/handovers/new', async (caller, ask, around) => {
  const b = ask.body
  const [toTeamId, left] = [textOf(b.toTeamId), textOf(b.left).trim()]
  const outcome = await askToTake.perform(caller, { id: newId(), people: idsIn(b.people), toTeamId, reason: textOf(b.reason), words: textOf(b.words), ...(left ? { left } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(askPage, outcome.problems.map((one) => ((one.question === 'toTeamId' && toTeamId) || (one.question === 'people' && idsIn(b.people).length > 0) ? one : { ...one, problem: inOurWords[one.question] ?? one.problem })))(caller, ask, around)
  return { go: `/handovers/${outcome.done.id}?asked=1` }
})
