import { notFound, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { relationshipKinds as kindLabels } from '../../../../content/codes/relationships.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { labelNow } from '../../../record/access/own/now.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { keepStory, storyOf } from '../../../record/chronology/queries.ts'
import { addPeople } from '../../../record/people/commands.ts'
import { relationshipKinds } from '../../../record/people/model.ts'
import { textOf } from './detailForms.tsx'
import { familyName, readFamily } from './familyRead.ts'

/** Somebody new in a family that is known. Search comes first, so that nobody is recorded twice. */
export const addPersonPage = page('/people/:id/add', {
  what: 'page.addPerson',
  may: 'record.write',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('This family is not open to you. Ask the worker.')
    return read
  },
  view: (read, frame, ask) => {
    const b = ask.body
    const problem = (field: string) => { const found = ask.problems.find((p) => p.question.endsWith(field)); return found ? { problem: found.problem } : {} }
    return (
      <Page {...frame} title="Add a person" frame="narrow" problemCount={ask.problems.length}>
        <PageHead title="Add a person" lede={`To the ${familyName(read)}.`} />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Message kind="theme" title="Search first." icon="search">If we know this person already, find them in the search box above and record the relationship from their details.</Message>
        <form method="post" action={`/people/${read.id}/add`}>
          <input type="hidden" name="commandId" value={newId()} />
          <Card>
            <Line name="given" label="First names" value={textOf(b.given)} {...problem('given')} />
            <Line name="family" label="Surname" value={textOf(b.family) || read.cardOf(read.id)?.family || ''} />
            <Tick name="unborn" label="Not yet born" checked={b.unborn === 'yes'} />
            <DateField name="bornOn" label="Date of birth, or the day the baby is due" optional="if you know it" value={textOf(b.bornOn)} {...problem('On')} />
            <Tick name="estimated" label="The date is estimated" checked={b.estimated === 'yes'} />
            <Choice name="sex" label="Sex" across value={textOf(b.sex) || 'notStated'} options={[{ value: 'female', label: 'Female' }, { value: 'male', label: 'Male' }, { value: 'other', label: 'Other' }, { value: 'notStated', label: 'Not stated' }]} />
            <Select name="kind" label="They are the" empty="Choose a relationship" value={textOf(b.kind)} options={relationshipKinds.map((kind) => ({ value: kind, label: labelNow(kindLabels, kind) }))} {...problem('kind')} />
            <Choices name="of" label="of" values={Array.isArray(b.of) ? b.of.filter((id): id is string => typeof id === 'string') : [textOf(b.of) || read.id]} options={read.cards.map((card) => ({ value: card.id, label: card.name }))} {...problem('of')} />
            <Tick name="pr" label="With parental responsibility" checked={b.pr === 'yes'} />
            {read.home ? <Tick name="livesHere" label={`Lives at ${read.home.hidden ? 'the same address' : read.home.lines[0]}`} checked={b.livesHere === 'yes'} /> : null}
          </Card>
          <Actions><Button kind="primary">Add this person</Button><a href={`/people/${read.id}/family`}>Back to the family</a></Actions>
        </form>
      </Page>
    )
  },
})

export const addPerson = form('/people/:id/add', async (caller, ask, around) => {
  const b = ask.body
  const of = (Array.isArray(b.of) ? b.of : [b.of]).filter((id): id is string => typeof id === 'string' && id !== '')
  const problems: Problem[] = []
  if (!textOf(b.kind)) problems.push({ question: 'kind', problem: 'Choose who they are to the family.' })
  if (of.length === 0) problems.push({ question: 'of', problem: 'Tick whose relative they are.' })
  if (problems.length > 0) return again(addPersonPage, problems)(caller, ask, around)
  const id = newId()
  const typed = textOf(b.bornOn).trim()
  const on = typed ? (typedDay(typed, caller.clock.today()) ?? typed) : undefined
  const unborn = b.unborn === 'yes'
  const outcome = await addPeople.perform(caller, {
    people: [{ id, given: textOf(b.given).trim(), family: textOf(b.family).trim(), ...(unborn ? { unborn: true } : {}), ...(on ? (unborn ? { dueOn: on } : { bornOn: on, bornAbout: b.estimated === 'yes' ? 'year' : 'day' }) : {}), sex: textOf(b.sex) || 'notStated' }],
    relationships: of.map((otherId) => ({ personId: id, otherId, kind: textOf(b.kind), ...(b.pr === 'yes' ? { parentalResponsibility: 'yes' } : {}) })),
    ...(b.livesHere === 'yes' ? { livesWith: ask.params.id } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(addPersonPage, outcome.problems.map((p) => ({ question: p.question.replace(/^people\.0\./, ''), problem: p.problem })))(caller, ask, around)
  return { go: `/people/${ask.params.id}/family` }
})

/** The story so far: a paragraph that a person keeps. */
export const storyPage = page('/people/:id/story', {
  what: 'page.story',
  may: 'record.write',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight !== 'full') throw notFound('This family is not open to you. Ask the worker.')
    return { read, story: await storyOf(asking, read.children.map((child) => child.id)) }
  },
  view: ({ read, story }, frame, ask) => (
    <Page {...frame} title="The story so far" frame="narrow" problemCount={ask.problems.length}>
      <PageHead title="The story so far" lede={`Of the ${familyName(read)}. A few sentences for the next person who opens this record; the family may read them one day.`} />
      <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
      {ask.problems.length > 0 && story ? <Card title={`As ${story.by ?? 'your colleague'} wrote it`}><p class="serif">{story.words}</p></Card> : null}
      <form method="post" action={`/people/${read.id}/story`} data-keep="story">
        <input type="hidden" name="commandId" value={newId()} />
        <input type="hidden" name="replaces" value={story?.id ?? ''} />
        {read.children.map((child) => <input type="hidden" name="people" value={child.id} />)}
        <Words name="words" label="The story" look="hidden" theirs rows={10} value={textOf(ask.body.words) || story?.words || ''} maxLength={4000} />
        <Actions><Button kind="primary">Keep this story</Button><a href={`/people/${read.id}/family`}>Back to the family</a></Actions>
      </form>
    </Page>
  ),
})

export const changeStory = form('/people/:id/story', async (caller, ask, around) => {
  const people = (Array.isArray(ask.body.people) ? ask.body.people : [ask.body.people]).filter((id): id is string => typeof id === 'string')
  const outcome = await keepStory.perform(caller, { people, words: textOf(ask.body.words), ...(textOf(ask.body.replaces) ? { replaces: textOf(ask.body.replaces) } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(storyPage, outcome.problems)(caller, ask, around)
  return { go: `/people/${ask.params.id}/family` }
})
