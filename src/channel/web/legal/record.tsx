import { legalFacts, type LegalFactKind } from '../../../../content/legal/facts.ts'
import type { FactQuestion } from '../../../../content/care/facts.ts'
import { timeOf } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Select, YesNo } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { textOf, treeOf } from '../../../platform/page/posted.ts'
import { keepLegalFact } from '../../../practice/legal/commands/recording.ts'
import { matterFor } from '../../../practice/legal/queries.ts'
import { matterName } from '../../../practice/legal/words.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { byBirth } from '../../../record/people/marks.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { backOf, Children, dayOr, inWords, namesOf, numbers, Summary, type Back } from '../care/typing.tsx'

const kindAsked = (ask: Ask): LegalFactKind | undefined => legalFacts.find((one) => one.id === (textOf(ask.body.kind) || ask.query.kind))

const Asked = ({ question, back }: { question: FactQuestion; back: Back }) => {
  const field = { ...back(`answers.${question.id}`), label: question.label, ...(question.hint ? { hint: question.hint } : {}), ...(question.required ? {} : { optional: 'if it is known' }) }
  if (question.kind === 'code') return <Select {...field} empty="Choose one" options={question.list?.codes.map((one) => ({ value: one.code, label: one.label })) ?? []} />
  if (question.kind === 'yesNo') return <YesNo {...field} value={field.value === 'yes' ? 'yes' : field.value === 'no' ? 'no' : undefined} />
  return question.kind === 'words' ? <Words {...field} rows={3} maxLength={4000} /> : <Line {...field} maxLength={400} />
}

/** One dated fact of legal work: the letter, a meeting, the day it was issued, a hearing, more time. */
export const recordLegalPage = page('/legal/:id/record', {
  what: 'page.recordLegal',
  may: 'legal.work',
  load: async (asking, ask) => {
    const matter = await matterFor(asking, ask.params.id ?? '')
    const kind = kindAsked(ask)
    if (!kind || kind.of !== matter.kind) throw notFound('Open this from the page of the legal work.')
    const corrects = ask.query.corrects ?? textOf(ask.body.corrects)
    return { matter, kind, before: matter.facts.find((one) => one.factId === corrects), people: [...(await cardsOf(asking, matter.people.map((one) => one.personId))).values()].sort(byBirth), today: asking.today }
  },
  view: ({ matter, kind, before, people, today }, frame, ask) => {
    const whole = flat(ask)
    const back = backOf(whole, before ? { on: numbers(before.on), until: before.until ? numbers(before.until) : '', time: before.at ? timeOf(before.at) : '', words: before.words ?? '', ...Object.fromEntries(Object.entries(before.answers).map(([id, text]) => [`answers.${id}`, text])) }
      : { on: numbers(today), 'answers.court': matter.court ?? '', 'answers.caseNumber': matter.caseNumber ?? '' })
    const heldNow = kind.ahead && before && before.on <= today && !before.words
    return (
      <Page {...frame} title={kind.title} frame="narrow" problemCount={ask.problems.length}>
        <PageHead title={kind.title} before={<Breadcrumb steps={[{ label: matterName(matter.kind), href: `/legal/${matter.id}` }, { label: kind.title }]} />} lede={before ? (heldNow ? 'Say what the court decided. What stood there before is kept.' : 'What stands there now is kept, with your reason.') : `For ${listed(people.map((card) => card.given || card.name))}.`} />
        <Summary ask={ask} />
        <form method="post" action={`/legal/${matter.id}/record?kind=${kind.id}`} data-keep="legal">
          <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="kind" value={kind.id} />
          {before ? <input type="hidden" name="corrects" value={before.factId} /> : null}
          <Card>
            <Children ask={ask} label="Whom is it about" who={people} ticked={before && before.about.length > 0 ? before.about : people.map((card) => card.id)} />
            <DateField label={kind.on} {...back('on')} {...(kind.ahead ? { hint: 'It may lie ahead: what the court decides is written afterwards.' } : {})} />
            {kind.time ? <Line label="Time" optional="as 10:30" width={8} {...back('time')} /> : null}
            {kind.until ? <DateField label={kind.until} {...back('until')} hint="By law at most eight weeks each time." /> : null}
            {kind.questions.map((question) => <Asked question={question} back={back} />)}
            <Words label={kind.wordsLabel} optional={kind.ahead ? 'when it was held' : 'if there is more to say'} rows={4} {...back('words')} maxLength={8000} />
            {before ? <Line label="Why it changes" {...back('why')} value={textOf(ask.body.why) || (heldNow ? 'It was held' : '')} maxLength={1000} /> : null}
          </Card>
          <Actions><Button kind="primary">{before ? 'Keep the change' : 'Record it'}</Button><a href={`/legal/${matter.id}`}>Back</a></Actions>
        </form>
      </Page>
    )
  },
})
/** Names with a dot came as a tree; the fields ask for them by their whole name. */
const flat = (ask: Ask): Ask => ({ ...ask, body: { ...ask.body, ...Object.fromEntries(Object.entries(treeOf(ask.body.answers)).map(([id, value]) => [`answers.${id}`, value])) } })

export const saveRecordLegal = form('/legal/:id/record', async (caller, ask, around) => {
  const kind = kindAsked(ask)
  const today = caller.clock.today()
  const text = (name: string): string => textOf(ask.body[name]).trim()
  const time = text('time').replace('.', ':').replace(/^(\d):/, '0$1:')
  const outcome = await keepLegalFact.perform(caller, {
    id: newId(), matterId: ask.params.id ?? '', kind: kind?.id ?? '', about: namesOf(ask), on: dayOr(ask.body.on, today), answers: Object.fromEntries(Object.entries(treeOf(ask.body.answers)).flatMap(([id, value]) => (textOf(value).trim() ? [[id, textOf(value).trim()]] : []))),
    ...(time ? { time } : {}), ...(text('until') ? { until: dayOr(text('until'), today) } : {}), ...(text('words') ? { words: text('words') } : {}), ...(text('corrects') ? { corrects: text('corrects') } : {}), ...(text('why') ? { why: text('why') } : {}),
  }, ask.commandId)
  if ('problems' in outcome) return again(recordLegalPage, outcome.problems.map((one) => (one.question === 'time' ? { ...one, problem: 'Write the time as 10:30, or leave it empty.' } : inWords(one))))(caller, ask, around)
  return { go: `/legal/${ask.params.id ?? ''}?saved=1` }
})
