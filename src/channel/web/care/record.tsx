import { careFacts, type FactKind, type FactQuestion } from '../../../../content/care/facts.ts'
import { carePlans } from '../../../../content/meetings/plans.ts'
import { overdueReasons } from '../../../../content/codes/work.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card, Lines } from '../../../platform/page/card.tsx'
import { Select, YesNo } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { keepCareFact } from '../../../practice/care/commands.ts'
import { safetyKinds } from '../../../practice/care/safety.ts'
import { workOfFact } from '../../../practice/care/tellers.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { careOf } from '../../../record/care/queries.ts'
import { textOf } from '../people/detailForms.tsx'
import { backOf, childFor, Children, dayOr, inWords, namesOf, numbers, offered, siblings, stepsTo, Summary, type Back } from './typing.tsx'

const kindAsked = (ask: Ask): FactKind | undefined => careFacts.find((one) => one.id === (textOf(ask.body.kind) || ask.query.kind))
/** A plan begins on a page of its own, with its outcomes and actions; what is corrected in its day or its answers stays here. */
const isPlan = (kind: string): boolean => carePlans.some((one) => one.fact === kind)

/** The page on which a fact of this kind stands. */
const homeOf = (kind: FactKind | undefined, id: string): string => `/people/${id}/${kind && safetyKinds.includes(kind.id) ? 'safety' : kind?.group === 'Leaving care' ? 'leaving' : 'care'}`

export const Asked = ({ question, back, today }: { question: FactQuestion; back: Back; today: PlainDate }) => {
  const optional = question.required ? {} : { optional: 'if it is known' }
  const given = back(`answers.${question.id}`, question.id)
  const field = { ...given, id: question.id, label: question.label, ...(question.hint ? { hint: question.hint } : {}), ...optional }
  if (question.kind === 'code') return <Select {...field} empty="Choose one" options={question.list ? offered(question.list, today, given.value) : []} />
  if (question.kind === 'yesNo') return <YesNo {...field} value={given.value === 'yes' ? 'yes' : given.value === 'no' ? 'no' : undefined} />
  if (question.kind === 'date') return <DateField {...field} hint="As 3/10/2025 or 3 Oct 2025" />
  if (question.kind === 'number') return <Line {...field} width={4} inputMode="numeric" />
  return question.kind === 'words' ? <Words {...field} {...(question.required ? {} : { optional: 'if there is something to say' })} rows={3} maxLength={4000} /> : <Line {...field} maxLength={400} />
}

/** Something about a child in our care that has a day. First what it is about, then what that asks. */
export const recordPage = page('/people/:id/care/record', {
  what: 'page.recordCare',
  may: 'record.write',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const all = siblings(read, card)
    const care = await careOf(asking, all.map((one) => one.id))
    const corrects = ask.query.corrects ?? textOf(ask.body.corrects)
    return { read, card, who: all.filter((one) => one.id === card.id || care.periods.some((period) => period.personId === one.id && period.to === null)), before: care.facts.find((one) => one.factId === corrects && one.personId === card.id), late: read.work.find((item) => item.kind === workOfFact(kindAsked(ask)?.id ?? '') && item.dueOn !== null && item.dueOn < asking.today && item.people.some((p) => p.id === card.id)) }
  },
  view: ({ read, card, who, before, late }, frame, ask) => {
    const kind = kindAsked(ask)
    const base = `/people/${card.id}/care`
    const home = homeOf(kind, card.id)
    if (!kind) {
      return (
        <Page {...frame} title="Record something" frame="narrow">
          <PageHead title="Record something" before={<Breadcrumb steps={stepsTo(card, 'Record something')} />} lede={`About ${card.name}.`} />
          {[...Map.groupBy(careFacts, (one) => one.group)].map(([group, of]) => <Card title={group}><Lines>{of.map((one) => <a class="name" href={isPlan(one.id) ? `${base}/plan?kind=${one.id}` : `${base}/record?kind=${one.id}`}>{one.title}</a>)}</Lines></Card>)}
        </Page>
      )
    }
    const back = backOf(ask, before ? { on: numbers(before.on), to: before.to ? numbers(before.to) : '', words: before.words ?? '', ...Object.fromEntries(Object.entries(before.answers).map(([id, text]) => [`answers.${id}`, /^\d{4}-\d\d-\d\d$/.test(text) ? numbers(text) : text])) } : { on: numbers(read.today), ...(ask.query.who ? { 'answers.who': ask.query.who } : {}) })
    return (
      <Page {...frame} title={kind.title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={kind.title} before={<Breadcrumb steps={stepsTo(card, kind.title)} />} lede={before ? 'What stands there now is kept, with your reason.' : `About ${card.name}.`} />
        <Summary ask={ask} />
        <form method="post" action={`${base}/record?kind=${kind.id}`}>
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="kind" value={kind.id} />
          {before ? <input type="hidden" name="corrects" value={before.factId} /> : null}
          <Card>
            <Children ask={ask} label="Whom is it about" who={before ? [card] : who} ticked={[card.id]} />
            <DateField label={kind.on} {...back('on')} />
            {kind.to ? <DateField label={kind.to} optional="if it is over" {...back('to')} /> : null}
            {kind.questions.map((question) => <Asked question={question} back={back} today={read.today} />)}
            <Words label={kind.wordsLabel ?? 'Anything else'} {...(kind.wordsLabel ? { theirs: kind.wordsLabel.includes('own words') } : {})} optional="if there is more to say" rows={3} {...back('words')} maxLength={8000} />
            {late?.dueOn && !before ? <Select label={`Why later than ${dayInWords(late.dueOn)}`} optional="if it was" empty="Choose, where it was late" options={offered(overdueReasons, read.today)} {...back('lateWhy')} /> : null}
            {before ? <Line label={kind.to && before.to === null ? 'Why it changes: the end came, or something was wrong' : 'Why it is corrected'} {...back('why')} maxLength={1000} /> : null}
          </Card>
          <Actions><Button kind="primary">{before ? 'Keep the change' : 'Record it'}</Button><a href={home}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})

export const answersIn = (ask: Ask, kind: FactKind, today: PlainDate): Record<string, string> => {
  const typed: unknown = ask.body.answers
  const all = typeof typed === 'object' && typed !== null ? new Map<string, unknown>(Object.entries(typed)) : new Map<string, unknown>()
  return Object.fromEntries(kind.questions.flatMap((one) => {
    const text = textOf(all.get(one.id)).trim()
    return text === '' ? [] : [[one.id, one.kind === 'date' ? dayOr(text, today) : text]]
  }))
}

export const saveRecord = form('/people/:id/care/record', async (caller, ask, around) => {
  const kind = kindAsked(ask)
  const today = caller.clock.today()
  if (!kind) return { go: `/people/${ask.params.id}/care/record` }
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const outcome = await keepCareFact.perform(caller, {
    id: newId(), people: namesOf(ask), kind: kind.id, on: dayOr(ask.body.on, today), answers: answersIn(ask, kind, today),
    ...(text('to') ? { to: dayOr(text('to'), today) } : {}), ...(text('words') ? { words: text('words') } : {}), ...(text('corrects') ? { corrects: text('corrects') } : {}), ...(text('why') ? { why: text('why') } : {}), ...(text('lateWhy') ? { lateWhy: text('lateWhy') } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(recordPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `${homeOf(kind, ask.params.id ?? '')}?saved=kept` }
})
