import { TypeCompiler } from '@sinclair/typebox/compiler'
import { bundleSections, mostSides } from '../../../../content/forms/papers/bundleSections.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { notAllowed } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { idsIn, textOf } from '../../../platform/page/posted.ts'
import { plainly } from '../../../record/access/checking.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { agenciesToSendTo } from '../../../record/outputs/bundle/queries.ts'
import { lookOut } from '../../../record/outputs/looking.ts'
import { Looked, LookThenSend, MayKnow, onlyLooks, sentAlong, toWhomIn, WhoReads } from '../../../record/outputs/pages/toReader.tsx'
import { byBirth } from '../../../record/people/marks.ts'
import { family } from '../../../record/people/queries.ts'
import { SendBundle } from '../bundle/model.ts'
import { offeredFor } from '../bundle/pieces.ts'
import { inOrder } from '../bundle/rules.ts'
import { courtBundle, outgoingBundle, sendBundle } from '../bundle/sending.ts'
import { childrenOf } from '../queries.ts'

const typed = TypeCompiler.Compile(SendBundle)
const several = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && one !== '')

function chosenIn(ask: Ask, people: readonly string[], today: PlainDate): Record<string, unknown> {
  const since = textOf(ask.body.since).trim()
  return {
    people, forWhom: textOf(ask.body.forWhom), pieces: several(ask.body.pieces), exhibits: several(ask.body.exhibits).filter((one) => several(ask.body.pieces).includes(one)), ...toWhomIn(ask.body),
    ...(textOf(ask.body.chronology) === 'all' ? { chronology: 'all' } : {}), ...(since ? { since: typedDay(since, today) ?? since } : {}),
  }
}

/** A bundle: which papers, for whom; shown with what is held back, then one PDF with an index. */
const bundlePage = page('/papers/bundle', {
  what: 'page.bundle',
  may: 'record.read',
  load: async (asking, ask) => {
    if (!may(asking.actor, 'output.send')) throw notAllowed('Printing and sending the record needs a care or records role. Ask the worker.')
    const asked = idsIn(ask.query.people).concat(idsIn(ask.body.people))
    const children = await childrenOf(asking, asked[0] ?? '')
    const people = children.filter((card) => asked.includes(card.id)).map((card) => card.id)
    const around = [...(people[0] ? (await family.of(asking, { id: people[0] })).cards : [])].sort(byBirth)
    const offered = inOrder(people.length > 0 ? await offeredFor(asking, people) : [])
    const chosen: unknown = chosenIn(ask, people, asking.today)
    const outgoing = ask.body.to !== undefined && typed.Check(chosen) ? await outgoingBundle(asking, chosen) : undefined
    const look = outgoing && !('problem' in outgoing) ? await lookOut(asking, courtBundle, outgoing, around) : undefined
    return { people, around, offered, agencies: await agenciesToSendTo(asking), look, problems: outgoing && 'problem' in outgoing && ask.problems.length === 0 ? [outgoing] : ask.problems, today: asking.today }
  },
  view: ({ people, around, offered, agencies, look, problems, today }, frame, asked) => {
    const ask = { ...asked, problems }
    const b = ask.body
    const children = around.filter((card) => people.includes(card.id))
    const at = (name: string) => { const problem = problems.find((one) => one.question === name)?.problem; return problem ? { problem } : {} }
    const named = (ids: readonly string[]) => listed(around.flatMap((card) => (ids.includes(card.id) ? [card.given || card.name] : [])))
    const option = (one: (typeof offered)[number]) => ({ value: one.key, label: one.title, hint: [one.on, named(one.people)].filter(Boolean).join(', ') })
    const usual = offered.filter((one) => ['chronology', 'orders'].includes(one.key) || one.letter === 'C' || one.letter === 'D').map((one) => one.key)
    return (
      <Page {...frame} title="Bundle for the court" problemCount={problems.length}>
        <PageHead title="Bundle for the court" lede={`About ${listed(children.map((card) => card.name))}. One PDF with an index, marks, and pages counted from the first. A court takes ${mostSides} sides at most without its leave.`} />
        <ErrorSummary problems={problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <form method="post" action="/papers/bundle">
          <input type="hidden" name="commandId" value={newId()} />{people.map((id) => <input type="hidden" name="people" value={id} />)}
          <div class="stack-gap">
            <Columns
              main={<>
                <Card title="The papers in it" lede="In the order of a bundle for a family court. Each is made as it stands today; what was sent before goes as it went.">
                  <Line name="forWhom" label="Which court, case number and hearing" value={textOf(b.forWhom)} {...at('forWhom')} />
                  {bundleSections.map((section, i) => {
                    const mine = offered.filter((one) => one.letter === section.letter)
                    return mine.length === 0 ? null : <Choices name="pieces" id={i === 0 ? 'pieces' : `pieces-${section.letter}`} label={`${section.letter}. ${section.name}`} values={b.to === undefined ? usual : several(b.pieces)} {...(i === 0 ? at('pieces') : {})} options={mine.map(option)} />
                  })}
                </Card>
                <WhoReads ask={ask} readers={around} agencies={agencies} first="outside" />
                <LookThenSend look={look} back={<ButtonLink kind="quiet" href={`/people/${people[0] ?? ''}/plans`}>Back</ButtonLink>} />
              </>}
              aside={<>
                <MayKnow ask={ask} people={children} others={around.filter((card) => !children.includes(card))} ticked={people} />
                <Card title="The chronology in it">
                  <Choice name="chronology" label="How much" look="hidden" value={textOf(b.chronology) || 'significant'} options={[{ value: 'significant', label: 'What matters' }, { value: 'all', label: 'Everything' }]} />
                  <DateField name="since" label="From this day on, if not from the beginning" value={textOf(b.since)} {...at('since')} />
                </Card>
                {offered.some((one) => one.letter === 'E' || one.letter === 'F') ? <Card title="Exhibits to the statement" lede="Marked with your initials and a number.">
                  <Choices name="exhibits" label="Exhibits" look="hidden" values={several(b.exhibits)} options={offered.filter((one) => one.letter === 'E' || one.letter === 'F').map(option)} />
                </Card> : null}
              </>} />
            {look ? <Looked look={look} councilName={frame.council.name} on={dayInWords(today)} ask={ask} /> : null}
          </div>
        </form>
      </Page>
    )
  },
})

const inWords = plainly({ forWhom: 'Write which court, case number and hearing.', pieces: 'Tick which papers are in it.', since: 'Give the day as 3/10/2025, or leave it empty.', to: 'Choose who reads it.', personId: 'Choose who of the family reads it.', agencyId: 'Choose which agency reads it.', name: 'Write who reads it.' })
const post = form('/papers/bundle', async (caller, ask, around) => {
  const chosen = chosenIn(ask, idsIn(ask.body.people), caller.clock.today())
  // What cannot be shown yet is said by the command: it refuses what is not filled in.
  if (onlyLooks(ask.body) && typed.Check(chosen)) return again(bundlePage, [])(caller, ask, around)
  if (ask.body.do === 'ask' && textOf(ask.body.because).trim() === '') return again(bundlePage, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const outcome = await sendBundle.perform(caller, { ...chosen, ...sentAlong(ask.body) }, ask.commandId)
  if ('problems' in outcome) return again(bundlePage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/sent/${outcome.done.outputId}?${outcome.done.held ? 'held' : 'sent'}=1` }
})
export const bundleRoutes = [bundlePage, post] as const
