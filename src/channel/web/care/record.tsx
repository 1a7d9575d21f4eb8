import { careFacts, type FactKind, type FactQuestion } from '../../../../content/care/facts.ts'
import { carePlans } from '../../../../content/meetings/plans.ts'
import { overdueReasons } from '../../../../content/codes/work.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { treeOf } from '../../../platform/page/posted.ts'
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
import { reviewingOfficers } from '../../../record/care/facts.ts'
import { careOf } from '../../../record/care/queries.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { textOf } from '../people/detailForms.tsx'
import { backOf, childFor, Children, dayOr, householdAsked, inWords, namesOf, numbers, offered, siblings, stepsTo, Summary, type Back } from './typing.tsx'

const kindAsked = (ask: Ask): FactKind | undefined => careFacts.find((one) => one.id === (textOf(ask.body.kind) || ask.query.kind))
/** A plan begins on a page of its own, with its outcomes and actions; what is corrected in its day or its answers stays here. */
const isPlan = (kind: string): boolean => carePlans.some((one) => one.fact === kind)

/** The page on which a fact of this kind stands. */
const placeOf = (kind: FactKind | undefined): Readonly<{ at: 'safety' | 'leaving' | 'permanence' | 'care'; label: string }> =>
  kind && safetyKinds.includes(kind.id) ? { at: 'safety', label: 'Safety' } : kind?.group === 'Leaving care' ? { at: 'leaving', label: 'Leaving care' } : kind?.group === 'Permanence' ? { at: 'permanence', label: 'Permanence' } : { at: 'care', label: 'In our care' }
const homeOf = (kind: FactKind | undefined, id: string): string => `/people/${id}/${placeOf(kind).at}`
const stepsOf = (card: PersonCard, kind: FactKind, here: string) => [{ label: card.name, href: `/people/${card.id}` }, { label: placeOf(kind).label, href: homeOf(kind, card.id) }, { label: here }]
const isOwn = (kind: FactKind): boolean => kind.wordsLabel?.includes('own words') ?? false

type Colleagues = readonly Readonly<{ id: string; name: string; title: string }>[]
export const Asked = ({ question, back, today, colleagues = [] }: { question: FactQuestion; back: Back; today: PlainDate; colleagues?: Colleagues }) => {
  const optional = question.required ? {} : { optional: 'if it is known' }
  const given = back(`answers.${question.id}`, question.id)
  const field = { ...given, id: question.id, label: question.label, ...(question.hint ? { hint: question.hint } : {}), ...optional }
  if (question.kind === 'code') return <Select {...field} empty="Choose one" options={question.list ? offered(question.list, today, given.value) : []} />
  if (question.kind === 'colleague') return colleagues.length === 0 ? null : <Select {...field} empty="Nobody of ours" options={colleagues.map((one) => ({ value: one.id, label: `${one.name}, ${one.title.toLowerCase()}` }))} />
  if (question.kind === 'yesNo') return <YesNo {...field} value={given.value === 'yes' ? 'yes' : given.value === 'no' ? 'no' : undefined} />
  if (question.kind === 'date') return <DateField {...field} hint="As 3/10/2025 or 3 Oct 2025" />
  if (question.kind === 'number') return <Line {...field} width={4} inputMode="numeric" />
  return question.kind === 'words' ? <Words {...field} {...(question.required ? {} : { optional: 'if there is something to say' })} rows={3} maxLength={4000} /> : <Line {...field} maxLength={400} />
}

/** Something about a child that has a day. First what it is about, then what that asks; with `ends`, only what its end asks. */
export const recordPage = page('/people/:id/care/record', {
  what: 'page.recordCare',
  may: 'record.write',
  load: async (asking, ask) => {
    const { read, card } = await childFor(asking, ask)
    const all = siblings(read, card)
    const care = await careOf(asking, all.map((one) => one.id))
    const colleagues = kindAsked(ask)?.questions.some((one) => one.kind === 'colleague') ? await reviewingOfficers(asking) : []
    const corrects = ask.query.corrects ?? textOf(ask.body.corrects)
    const kind = kindAsked(ask)
    const stood = care.facts.filter((one) => one.factId === corrects)
    const inCare = (id: string) => care.periods.some((period) => period.personId === id && period.to === null)
    const who = all.filter((one) => one.id === card.id || (stood.length > 0 ? stood.some((fact) => fact.personId === one.id) : safetyKinds.includes(kind?.id ?? '') || inCare(one.id)))
    const backOn = (id: string) => care.facts.find((one) => one.personId === id && one.kind === 'missing')?.to
    // Who came back together is spoken with together, or each alone: both are one page.
    const placeOf = (id: string) => care.placements.find((one) => one.personId === id && one.to === null)?.householdId
    const ticked = stood.length > 0 ? who : kind?.id === 'homeDecided' ? who.filter((one) => one.id === card.id || (placeOf(one.id) && placeOf(one.id) === placeOf(card.id))) : kind?.id === 'returnInterview' ? who.filter((one) => one.id === card.id || (backOn(one.id) && backOn(one.id) === backOn(card.id))) : [card]
    return { colleagues, household: await householdAsked(asking, ask), read, card, kind, who, ticked: ticked.map((one) => one.id), stood, before: stood.find((one) => one.personId === card.id), late: read.work.find((item) => item.kind === workOfFact(kind?.id ?? '') && item.dueOn !== null && item.dueOn < asking.today && item.people.some((p) => p.id === card.id)) }
  },
  view: ({ colleagues, household, read, card, kind, who, ticked, stood, before, late }, frame, ask) => {
    const base = `/people/${card.id}/care`
    if (!kind) {
      return (
        <Page {...frame} title="Record something" frame="narrow">
          <PageHead title="Record something" before={<Breadcrumb steps={stepsTo(card, 'Record something')} />} lede={`About ${card.name}.`} />
          {[...Map.groupBy(careFacts, (one) => one.group)].map(([group, of]) => <Card title={group}><Lines>{of.map((one) => <a class="name" href={isPlan(one.id) ? `${base}/plan?kind=${one.id}` : `${base}/record?kind=${one.id}`}>{one.title}</a>)}</Lines></Card>)}
        </Page>
      )
    }
    const ends = before !== undefined && before.to === null && kind.to !== undefined && (ask.query.ends ?? textOf(ask.body.ends)) === '1'
    const title = ends ? kind.ended ?? `${kind.title}: it ended` : kind.title
    const shared = before && stood.every((one) => one.words === before.words) ? before.words ?? '' : undefined
    const back = backOf(ask, before ? {
      on: numbers(before.on), to: before.to ? numbers(before.to) : ends ? numbers(read.today) : '', words: shared, ...Object.fromEntries(stood.map((one) => [`about.${one.personId}`, isOwn(kind) || shared === undefined ? one.words ?? '' : ''])),
      ...Object.fromEntries(Object.entries(before.answers).map(([id, text]) => [`answers.${id}`, /^\d{4}-\d\d-\d\d$/.test(text) ? numbers(text) : text])),
    } : { on: numbers(read.today), ...(late?.late ? { lateWhy: late.late.why } : {}), ...(household ? { 'answers.who': household.name } : {}) })
    const asked = (of: readonly FactQuestion[]) => of.map((question) => <Asked question={question} back={back} today={read.today} colleagues={colleagues} />)
    const own = isOwn(kind)
    const atEnd = kind.questions.filter((one) => one.atEnd)
    const others = kind.questions.filter((one) => !one.atEnd)
    return (
      <Page {...frame} title={title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={title} before={<Breadcrumb steps={stepsOf(card, kind, title)} />} lede={ends ? `${kind.title} since ${dayInWords(before.on)}.` : before ? 'What stands there now is kept, with your reason.' : `About ${card.name}.`} />
        <Summary ask={ask} />
        <form method="post" action={`${base}/record?kind=${kind.id}`} data-keep="care-record">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="kind" value={kind.id} />
          {before ? <input type="hidden" name="corrects" value={before.factId} /> : null}
          {ends ? <><input type="hidden" name="ends" value="1" /><input type="hidden" name="on" value={back('on').value} />{others.map((one) => <input type="hidden" name={`answers.${one.id}`} value={back(`answers.${one.id}`).value} />)}</> : null}
          <Card>
            <Children ask={ask} label={ends && kind.id === 'missing' ? 'Who came back' : 'Whom is it about'} who={who} ticked={ticked} />
            {ends ? null : <DateField label={kind.on} {...back('on')} />}
            {kind.to ? <DateField label={kind.to} {...(ends ? {} : { optional: 'if it is over' })} {...back('to')} /> : null}
            {asked(atEnd)}
            {ends ? null : asked(others)}
            <WordsOf kind={kind} who={who} first={own ? who.filter((one) => ticked.includes(one.id)) : []} back={back} open={shared === undefined && before !== undefined} />
            {late?.dueOn && !before ? <Select label={`Why later than ${dayInWords(late.dueOn)}`} optional="if it was" empty="Choose, where it was late" options={offered(overdueReasons, read.today)} {...back('lateWhy')} /> : null}
            {before && !ends ? <Line label="Why it is corrected" {...(kind.to && before.to === null ? { optional: 'nothing, where only the end came' } : {})} {...back('why', 'correctedWhy')} id="correctedWhy" maxLength={1000} /> : null}
          </Card>
          <Actions><Button kind="primary">{ends ? 'Record it' : before ? 'Keep the change' : 'Record it'}</Button><a href={homeOf(kind, card.id)}>Back</a></Actions>
        </form>
        {ends ? <p class="quiet"><a href={`${base}/record?kind=${kind.id}&corrects=${before.factId}`}>Something in it was wrong: correct it</a></p> : null}
      </Page>
    )
  },
})

/** Written once for all of them, with what is about one of them only; what a child says stands with that child alone. */
const WordsOf = ({ kind, who, first, back, open }: { kind: FactKind; who: readonly PersonCard[]; /** Whose words stand open. */ first: readonly PersonCard[]; back: Back; open: boolean }) => {
  const own = isOwn(kind)
  const given = (one: PersonCard) => one.given || one.name
  const box = (one: PersonCard) => <Words label={own ? `What ${given(one)} says, in their own words` : `About ${given(one)} only`} {...(own ? { theirs: true } : {})} optional="if there is more to say" rows={2} {...back(`about.${one.id}`)} maxLength={8000} />
  if (who.length < 2) return <Words label={kind.wordsLabel ?? 'Anything else'} {...(own ? { theirs: true } : {})} optional="if there is more to say" rows={3} {...back('words')} maxLength={8000} />
  const others = who.filter((one) => !first.includes(one))
  return <>
    {own ? first.map(box) : <Words label={kind.wordsLabel ?? 'Anything else, about all of them'} optional="if there is more to say" rows={3} {...back('words')} maxLength={8000} />}
    {others.length === 0 ? null : <details class="fold" open={open || others.some((one) => back(`about.${one.id}`).value !== '')}><summary><span class="fold-link">{own ? 'What another of them says' : 'Something about one of them only'}</span></summary>{others.map(box)}</details>}
  </>
}

export const answersIn = (ask: Ask, kind: FactKind, today: PlainDate): Record<string, string> => {
  const typed: unknown = ask.body.answers
  const all = typeof typed === 'object' && typed !== null ? new Map<string, unknown>(Object.entries(typed)) : new Map<string, unknown>()
  return Object.fromEntries(kind.questions.flatMap((one) => {
    const text = textOf(all.get(one.id)).trim()
    return text === '' ? [] : [[one.id, one.kind === 'date' ? dayOr(text, today) : text]]
  }))
}

/** What was written about each, by the name of its field. */
const aboutIn = (ask: Ask): readonly { personId: string; words: string }[] => Object.entries(treeOf(ask.body.about)).flatMap(([personId, typed]) => { const words = textOf(typed).trim(); return words === '' ? [] : [{ personId, words }] })

export const saveRecord = form('/people/:id/care/record', async (caller, ask, around) => {
  const kind = kindAsked(ask)
  const today = caller.clock.today()
  if (!kind) return { go: `/people/${ask.params.id}/care/record` }
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const about = aboutIn(ask)
  const outcome = await keepCareFact.perform(caller, {
    id: newId(), people: namesOf(ask), kind: kind.id, on: dayOr(ask.body.on, today), answers: answersIn(ask, kind, today), ...(about.length > 0 ? { about } : {}),
    ...(text('to') ? { to: dayOr(text('to'), today) } : {}), ...(text('words') ? { words: text('words') } : {}), ...(text('corrects') ? { corrects: text('corrects') } : {}), ...(text('why') ? { why: text('why') } : {}), ...(text('lateWhy') ? { lateWhy: text('lateWhy') } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(recordPage, outcome.problems.map((one) => (one.problem.startsWith('Write why it is corrected') ? { ...one, question: 'correctedWhy' } : inWords(one))))(caller, ask, around)
  return { go: `${homeOf(kind, ask.params.id ?? '')}?saved=${kind.id === 'missing' && text('to') ? 'back' : kind.id === 'disruption' ? 'disruption' : 'kept'}` }
})
