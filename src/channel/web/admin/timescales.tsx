import { duties } from '../../../../content/timescales/all.ts'
import type { Duty, Span } from '../../../engine/timescales/model.ts'
import { dayInWords, plain, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { sentence } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card, Facts } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { isYes } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { ownSettings, setMeasure } from '../../../record/access/own/commands.ts'
import { tryMeasure } from '../../../record/work/standing/trying.ts'
import { TrialCard } from './trial.tsx'
import { dutiesNow } from '../../../record/access/own/now.ts'
import { measureUnits } from '../../../record/access/own/model.ts'
import { measureOf, mostIn, unitFor } from '../../../record/access/own/rules.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { ChangesCard, inWords, textOf } from './changes.tsx'

const units: Readonly<Record<string, readonly [string, string]>> = { workingDays: ['working day', 'working days'], days: ['day', 'days'], weeks: ['week', 'weeks'], months: ['month', 'months'], years: ['year', 'years'], terms: ['school term', 'school terms'], hours: ['hour', 'hours'] }
const spanInWords = (span: Span): string => {
  const [[unit, amount] = ['days', 0]] = Object.entries(span)
  return `${amount} ${units[unit]?.[amount === 1 ? 0 : 1] ?? unit}`
}
const areaInWords = (area: string): string => sentence(area.replace(/([A-Z])/g, ' $1').toLowerCase())
const holds = (duty: Duty, on: PlainDate): boolean => (duty.inForce?.from ?? '') <= on && on <= (duty.inForce?.to ?? '9999-12-31')
const status: Readonly<Record<string, string>> = { law: 'Law', guidance: 'Guidance', courtRule: 'Rule of court', protocol: 'Protocol', goodPractice: 'Good practice', standard: 'Standard', local: 'A council’s measure' }
const ownOf = (id: string, on: PlainDate): Duty | undefined => dutiesNow().find((one) => one.id === `${id}.own` && holds(one, on))

/** National duties as they are, and a council's own measure beside each. */
export const timescalesPage = page('/admin/timescales', {
  what: 'page.timescales',
  may: 'council.configure',
  load: async (asking, ask) => {
    const amount = Number(textOf(ask.body.amount))
    const unit = measureUnits.find((one) => one === textOf(ask.body.unit))
    const tried = ask.body.what === 'try' && unit && textOf(ask.body.amount) !== '' && Number.isInteger(amount) && amount >= 0 && amount <= mostIn(unit) ? await tryMeasure.of(asking, { duty: textOf(ask.body.duty), unit, amount }) : undefined
    return { ...(await ownSettings.of(asking, {})), tried, today: asking.today }
  },
  view: ({ changes, tried, today }, frame, ask) => {
    const areas = [...new Set(duties.map((duty) => duty.area))]
    const open = duties.find((duty) => duty.id === (textOf(ask.body.duty) || ask.query.duty) && holds(duty, today))
    const area = open?.area ?? areas.find((one) => one === ask.query.area) ?? 'frontDoor'
    const problem = (field: string) => { const found = ask.problems.find((p) => p.question === field); return found ? { problem: found.problem } : {} }
    const measures = changes.flatMap((one) => { const measure = measureOf(one); return measure ? [{ ...one, measure }] : [] })
    const nameOf = (id: string) => duties.find((duty) => duty.id === id)?.duty ?? id
    return (
      <Page {...frame} title="Timescales" place="admin" problemCount={ask.problems.length}>
        <PageHead title="Timescales" lede="National duties cannot be changed. A council may set a measure of its own beside one, from a day on: it then runs as a second clock, and its day stands on the work beside the law’s." />
        <AdminTabs here="timescales" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Set.">It holds for what begins on or after its day. What has begun keeps its time.</Confirmation> : null}
        <Columns
          main={<>
            {open ? (
              <Card id="measure" title={open.duty} lede={`${status[open.status]}: ${spanInWords(open.within)}. ${open.source.title}${open.source.provision ? `, ${open.source.provision}` : ''}.`}>
                {open.note ? <p class="second">{open.note}</p> : null}
                <form method="post" action="/admin/timescales">
                  <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="duty" value={open.id} />
                  <Line name="amount" label="Our own measure" optional="empty: no measure of ours any more" width={8} inputMode="numeric" value={textOf(ask.body.amount)} {...problem('amount')} />
                  <Select name="unit" label="Counted in" width={24} value={textOf(ask.body.unit) || unitFor(open)} options={[{ value: 'workingDays', label: 'Working days' }, { value: 'days', label: 'Days of the calendar' }, { value: 'weeks', label: 'Weeks' }, { value: 'months', label: 'Months' }, { value: 'years', label: 'Years' }, { value: 'hours', label: 'Hours' }]} />
                  <Tick name="pauses" label="It may wait, with a reason, while something holds it up that is not ours" checked={isYes(ask.body.pauses)} />
                  <DateField name="from" label="From" value={textOf(ask.body.from)} {...problem('from')} />
                  <Line name="why" label="Why" value={textOf(ask.body.why)} {...problem('why')} />
                  <Actions remark={tried ? undefined : 'It is shown on the cases of the last twelve months before it is set.'}><Button {...(tried ? {} : { kind: 'primary' as const })} name="what" value="try">Show what it would have meant</Button>{tried || textOf(ask.body.what) === 'set' ? <Button kind="primary" name="what" value="set">Set it</Button> : null}<a href={`/admin/timescales?area=${area}`}>Back to the list</a></Actions>
                </form>
                {tried ? <TrialCard trial={tried} today={today} /> : null}
              </Card>
            ) : null}
            <Card id="duties" title={areaInWords(area)}>
              <Table caption={`Timescales: ${areaInWords(area)}`} stack rows={duties.filter((duty) => duty.area === area && holds(duty, today))} columns={[
                { title: 'Duty', head: true, cell: (duty) => <>{duty.duty}<span class="second">{duty.source.title}{duty.source.provision ? `, ${duty.source.provision}` : ''}</span></> },
                { title: 'Time', cell: (duty) => spanInWords(duty.within) },
                { title: 'Standing', cell: (duty) => <>{status[duty.status]}{duty.verified ? null : <span class="second">text not read by us</span>}</> },
                { title: 'Our own', cell: (duty) => { const own = ownOf(duty.id, today); return own ? <Tag kind="theme">{spanInWords(own.within)}{own.pauses?.length ? ', may wait' : ''}</Tag> : '' } },
                { title: 'Set', titleUnseen: true, cell: (duty) => <a href={`/admin/timescales?duty=${duty.id}#measure`}>Set our own<span class="unseen"> for {duty.duty}</span></a> },
              ]} />
            </Card>
          </>}
          aside={<>
            <Card title="Areas"><ul class="lines">{areas.map((one) => <li><a class="name" href={`/admin/timescales?area=${one}`} aria-current={one === area ? 'true' : undefined}>{areaInWords(one)}</a></li>)}</ul></Card>
            {measures.length > 0 ? <Card title="Our own measures"><Facts facts={measures.slice(0, 12).map(({ measure }) => ({ label: nameOf(measure.duty), value: `${measure.within ? spanInWords(measure.within) : 'none'}${measure.pauses ? ', may wait,' : ''} from ${dayInWords(plain(measure.from))}` }))} /></Card> : <Card title="Our own measures"><EmptyState title="None">Measures of this council appear here with the day from which they hold.</EmptyState></Card>}
            <ChangesCard changes={measures} says={(one) => { const measure = measureOf(one); return measure ? `${nameOf(measure.duty)}: ${measure.within ? spanInWords(measure.within) : 'none'}` : 'A measure' }} />
          </>} />
        {ask.query.saved ? <p><ButtonLink kind="row" href={`/admin/timescales?area=${area}`}>All timescales</ButtonLink></p> : null}
      </Page>
    )
  },
})

export const saveMeasure = form('/admin/timescales', async (caller, ask, around) => {
  const b = ask.body
  const amount = textOf(b.amount)
  // Without an amount there is nothing to try: the measure ends.
  if (b.what === 'try' && /^\d+$/.test(amount)) return again(timescalesPage, [])(caller, ask, around)
  const outcome = await setMeasure.perform(caller, { duty: textOf(b.duty), from: typedDay(textOf(b.from), caller.clock.today()) ?? textOf(b.from), unit: textOf(b.unit), ...(isYes(b.pauses) ? { pauses: true } : {}), ...(amount ? { amount: /^\d+$/.test(amount) ? Number(amount) : amount } : {}), why: textOf(b.why) }, ask.commandId)
  if ('problems' in outcome) return again(timescalesPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: '/admin/timescales?saved=1' }
})
