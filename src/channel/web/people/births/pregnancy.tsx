import { dayInWords, dayOf, moment, plain } from '../../../../kernel/dates.ts'
import { notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Actions, Button, ButtonLink } from '../../../../platform/page/button.tsx'
import { Card, Facts } from '../../../../platform/page/card.tsx'
import { Chronology } from '../../../../platform/page/chronology.tsx'
import { ErrorSummary } from '../../../../platform/page/error-summary.tsx'
import { Line } from '../../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../../platform/page/navigation.tsx'
import { NamedToken } from '../../../../platform/page/token.tsx'
import { again, form, page } from '../../../../record/access/page.ts'
import { may } from '../../../../record/access/permissions.ts'
import { readChronology } from '../../../../record/chronology/queries.ts'
import { takeBackBirth } from '../../../../record/people/births/commands.ts'
import { pregnancy } from '../../../../record/people/births/queries.ts'
import { ageInWords, markOf } from '../../../../record/people/marks.ts'
import { cardsOf } from '../../../../record/people/queries.ts'
import { textOf } from '../detailForms.tsx'
import { lineOf } from '../parts.tsx'

/** The record of a pregnancy, readable from every child who was born of it: what was written before the birth, when it was due, and what became of it. */
export const pregnancyPage = page('/people/:id/pregnancy', {
  what: 'page.pregnancy',
  may: 'record.read',
  load: async (asking, ask) => {
    const found = await pregnancy.of(asking, { id: ask.params.id ?? '' })
    if (found.sight !== 'full') throw notFound('This record is not open to you. Ask the worker.')
    const last = found.standing.map((one) => one.on).sort().at(-1)
    const before = await readChronology(asking, [found.unbornId], { most: 200, ...(last ? { before: last } : {}) })
    const cards = await cardsOf(asking, [...new Set([found.id, found.unbornId, ...found.standing.flatMap((one) => one.childId ?? []), ...before.lines.flatMap((line) => line.people)])])
    return { ...found, before, cards, today: asking.today, writes: may(asking.actor, 'record.write') }
  },
  view: ({ id, standing, takenBack, due, before, cards, today, writes }, frame, ask) => {
    const card = cards.get(id)
    if (!card) throw notFound()
    const born = standing.filter((one) => one.childId !== null)
    const ended = standing.find((one) => one.childId === null)
    const expected = standing.length === 0
    const [newest] = due
    return (
      <Page {...frame} title="Before birth" problemCount={ask.problems.length}>
        <PageHead title="Before birth" before={<Breadcrumb steps={[{ label: card.name, href: `/people/${card.id}` }, { label: 'Before birth' }]} />}
          lede={ended ? `The pregnancy ended on ${dayInWords(ended.on)}.` : born.length > 1 ? 'One pregnancy; its record is readable from each child.' : expected ? 'The baby is not yet born.' : 'What was written before the birth.'}
          end={expected && card.unborn && writes ? <ButtonLink kind="primary" href={`/people/${card.id}/born`}>Record the birth</ButtonLink> : undefined} />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved && standing.length > 0 ? <Confirmation title="Recorded.">{born.length > 0 ? 'Open work and its dates go on as they were, about everybody who was born.' : 'Work about the unborn child alone has ended.'}</Confirmation> : null}
        {ask.query.back ? <Confirmation title="Taken back.">The record is as it was before; everything written meanwhile is kept.</Confirmation> : null}
        <Columns
          main={<Card id="chronology" title="What happened before birth" lede={`${before.lines.length} ${before.lines.length === 1 ? 'entry' : 'entries'}`}>
            {before.lines.length === 0 ? <EmptyState title="Nothing is recorded">Contacts, appointments and notes about the pregnancy appear here.</EmptyState>
              : <Chronology label="What happened before birth" lines={before.lines.map((line) => lineOf(line, cards, today))} />}
          </Card>}
          aside={<>
            <Card id="became" title={ended || expected ? 'What became of it' : 'Who was born'}>
              {ended?.words ? <p class="serif">{ended.words}</p> : null}
              {born.length > 0 ? <ul class="lines">{born.flatMap((one) => { const child = cards.get(one.childId ?? ''); return child ? [<li><NamedToken mark={markOf(child)} href={`/people/${child.id}`} second={`Born ${dayInWords(one.on)}, ${ageInWords(child, today)}`} /></li>] : [] })}</ul> : ended ? null : <EmptyState title="Not yet born">The children appear here with their days of birth.</EmptyState>}
              {standing[0] ? <p class="source">Recorded by {standing[0].by ?? 'a colleague'}, {dayInWords(dayOf(moment(standing[0].recordedAt)))}</p> : null}
            </Card>
            <Card id="due" title={expected ? 'When the baby is due' : 'When the baby was due'}>
              {newest ? <Facts facts={due.map((one, i) => ({ label: i === 0 ? 'Last said' : 'Before that', value: <>{dayInWords(plain(one.on))}<span class="second"> recorded {dayInWords(dayOf(moment(one.recordedAt)))}</span></> }))} /> : <EmptyState title="No day is recorded">The estimated day appears here.</EmptyState>}
            </Card>
            {standing.length > 0 && writes ? (
              <Card id="back" title="Was this a mistake?">
                <form method="post" action={`/people/${id}/pregnancy`}>
                  <input type="hidden" name="commandId" value={newId()} />
                  <Line name="why" label="Why it is taken back" value={textOf(ask.body.why)} {...(ask.problems[0] ? { problem: ask.problems[0].problem } : {})} />
                  <Actions><Button kind="row">Take it back</Button></Actions>
                </form>
              </Card>
            ) : null}
            {takenBack.length > 0 ? <Card title="Taken back"><ul class="lines">{takenBack.map((one) => <li><p>{one.childId ? 'A birth' : 'The end of the pregnancy'}, {dayInWords(one.on)}<span class="second">Recorded by {one.by ?? 'a colleague'}</span></p></li>)}</ul></Card> : null}
          </>} />
      </Page>
    )
  },
})

export const undoBirth = form('/people/:id/pregnancy', async (caller, ask, around) => {
  const outcome = await takeBackBirth.perform(caller, { personId: ask.params.id ?? '', why: textOf(ask.body.why) }, ask.commandId)
  if ('problems' in outcome) return again(pregnancyPage, [{ question: 'why', problem: 'Write why, for whoever reads it later.' }])(caller, ask, around)
  return { go: `/people/${outcome.done.personId}/pregnancy?back=1` }
})
