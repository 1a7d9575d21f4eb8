import { notFound, type Problem } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { typedDay } from '../../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../../platform/page/button.tsx'
import { Card } from '../../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Choice, Choices, Tick } from '../../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../../platform/page/navigation.tsx'
import { Tabs } from '../../../../platform/page/tabs.tsx'
import { again, form, page, type Ask } from '../../../../record/access/page.ts'
import { endPregnancy, recordBirth } from '../../../../record/people/births/commands.ts'
import { textOf } from '../detailForms.tsx'
import { homeOf, readFamily } from '../familyRead.ts'

const most = 4
const words = ['One child', 'Twins', 'Triplets', 'Four']
const countOf = (ask: Ask): number => Math.min(most, Math.max(1, Number(textOf(ask.body.count) || ask.query.children || '1') || 1))
const problemOf = (ask: Ask, field: string) => { const found = ask.problems.find((p) => p.question === field); return found ? { problem: found.problem } : {} }
const listOf = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

/** The baby is born; or there will be none. One page, so that nobody has to look for the second. */
export const bornPage = page('/people/:id/born', {
  what: 'page.born',
  may: 'record.write',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    const card = read.cardOf(read.id)
    if (sight !== 'full' || !card) throw notFound('This record is not open to you. Ask the worker.')
    if (!card.unborn || card.endedOn) throw notFound('What became of this pregnancy is recorded already.')
    return { read, card }
  },
  view: ({ read, card }, frame, ask) => {
    const base = `/people/${card.id}/born`
    const count = countOf(ask)
    const typed = textOf(ask.body.what) === 'born'
    const parents = read.relationships.filter((r) => r.otherId === card.id && r.kind === 'expectedParent').flatMap((r) => read.cardOf(r.personId) ?? [])
    const homes = parents.flatMap((parent) => { const home = homeOf(read.addresses, parent.id); return home ? [{ parent, home }] : [] })
    const [home] = homes
    return (
      <Page {...frame} title="What became of the pregnancy" frame="narrow" problemCount={ask.problems.length}>
        <PageHead title="The baby is born" before={<Breadcrumb steps={[{ label: card.name, href: `/people/${card.id}` }, { label: 'Birth' }]} />} lede="The record goes on: notes, open work and its dates stay where they are." />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Tabs label="How many were born" tabs={words.map((label, i) => ({ label, href: i === 0 ? base : `${base}?children=${i + 1}`, here: count === i + 1 }))} />
        <form method="post" action={base}>
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="born" /><input type="hidden" name="count" value={String(count)} />
          {Array.from({ length: count }, (_, i) => (
            <Card title={count === 1 ? 'The child' : `Child ${i + 1}`} id={`child-${i}`}>
              <Line name={`given${i}`} label="First names" optional="if they are named" value={typed ? textOf(ask.body[`given${i}`]) : ''} />
              <Line name={`family${i}`} label="Surname" value={typed ? textOf(ask.body[`family${i}`]) : card.family} />
              <DateField name={`bornOn${i}`} label="Date of birth" value={typed ? textOf(ask.body[`bornOn${i}`]) : ''} {...problemOf(ask, `bornOn${i}`)} />
              <Choice name={`sex${i}`} label="Sex" across value={textOf(ask.body[`sex${i}`]) || 'notStated'} options={[{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }, { value: 'notStated', label: 'Not stated' }]} />
            </Card>
          ))}
          <Card title="Family">
            {parents.length > 0 ? <Choices name="responsible" label="Who has parental responsibility" hint="A mother has it from birth; a father when he is married to her or named in the register."
              values={typed ? listOf(ask.body.responsible) : parents.filter((p) => p.sex === 'female').map((p) => p.id)} options={parents.map((p) => ({ value: p.id, label: p.name }))} /> : <p>No parent is recorded yet. Record who the parents are from the details.</p>}
            {home ? <Tick name="livesWith" value={home.parent.id} label={`They live with ${home.parent.name}${home.home.hidden ? '' : `, at ${home.home.lines[0]}`}`} checked={!typed || textOf(ask.body.livesWith) !== ''} /> : null}
          </Card>
          <Actions><Button kind="primary">Record the birth</Button><a href={`/people/${card.id}`}>Back to the record</a></Actions>
        </form>
        <Card title="The pregnancy has ended without a child" lede="Open work about the unborn child alone ends with it, and nothing more is asked of anybody.">
          <form method="post" action={base}>
            <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="ended" />
            <DateField name="on" label="When" value={textOf(ask.body.on)} {...problemOf(ask, 'on')} />
            <Words name="words" label="What the family would want us to know" optional="in kind words" rows={2} maxLength={2000} value={textOf(ask.body.words)} />
            <Actions><Button>Record that it has ended</Button></Actions>
          </form>
        </Card>
      </Page>
    )
  },
})

const plainer = (problem: Problem): string => (problem.problem.startsWith('Check this answer') || problem.problem === 'Fill this in.' ? 'Give the day, as in 14/1/2026.' : problem.problem)

export const saveBorn = form('/people/:id/born', async (caller, ask, around) => {
  const b = ask.body
  const today = caller.clock.today()
  const day = (text: unknown): string => typedDay(textOf(text), today) ?? textOf(text).trim()
  const personId = ask.params.id ?? ''
  if (textOf(b.what) === 'ended') {
    const outcome = await endPregnancy.perform(caller, { personId, on: day(b.on), ...(textOf(b.words).trim() ? { words: textOf(b.words).trim() } : {}) }, ask.commandId)
    if ('problems' in outcome) return again(bornPage, outcome.problems.map((p) => ({ question: p.question, problem: plainer(p) })))(caller, ask, around)
    return { go: `/people/${personId}/pregnancy?saved=1` }
  }
  const children = Array.from({ length: countOf(ask) }, (_, i) => ({ ...(i > 0 ? { id: newId() } : {}), given: textOf(b[`given${i}`]), family: textOf(b[`family${i}`]), sex: textOf(b[`sex${i}`]) || 'notStated', bornOn: day(b[`bornOn${i}`]) }))
  const outcome = await recordBirth.perform(caller, { personId, children, responsible: listOf(b.responsible), ...(textOf(b.livesWith) ? { livesWith: textOf(b.livesWith) } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(bornPage, outcome.problems.map((p) => ({ question: p.question.replace(/^children\.(\d)\.(\w+)$/, '$2$1'), problem: plainer(p) })))(caller, ask, around)
  return { go: `/people/${personId}/pregnancy?saved=1` }
})
