import { dayInWords, longDay, shortDay } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { listed, sentence } from '../../../kernel/phrasing.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { AnswerCard, Card, Facts } from '../../../platform/page/card.tsx'
import { ClockFace } from '../../../platform/page/clock.tsx'
import { IdentityBar } from '../../../platform/page/identity-bar.tsx'
import { CardGrid, Columns, Page } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { NamedToken, TokenRow } from '../../../platform/page/token.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { wasExpected } from '../../../record/people/births/queries.ts'
import { kinWord } from '../../../record/people/kinWords.ts'
import { ageInWords, byBirth, markOf } from '../../../record/people/marks.ts'
import { factInWords } from '../../../record/people/inWords.ts'
import type { Card as PersonCard, FactKind, Warning } from '../../../record/people/model.ts'
import { noticesAbout } from '../../../record/people/notices.ts'
import { cardsOf, idsOf, workingWith } from '../../../record/people/queries.ts'
import { clockOf, tellerOf } from '../../../record/work/trayRows.ts'
import { notesAbout } from '../../../practice/notes/queries.ts'
import { currentPlans } from '../../../record/plans/queries.ts'
import { PlanAnswer } from './planAnswer.tsx'
import { statusInWords } from '../../../record/people/legal/rules.ts'
import { careOf } from '../../../record/care/queries.ts'
import { CarePlan, LivesWith, placedNow } from '../care/answers.tsx'

import { parentsOf, readFamily, type FamilyRead } from './familyRead.ts'
import { agoInWords, bornInWords, day, identityFacts, PersonTabs } from './parts.tsx'
import { isNameless, NamelessForm } from './nameless.tsx'
import { legalAnswer, runsOut } from './legal/words.ts'
import { CardOnlyPage, ExistsPage, LookedLink } from './lessThanFull.tsx'

/** Where a note is looked at again: what happens outside the home has a page of its own. */
const lookAgain = (note: Warning | undefined): string => (note ? `/people/${note.personId}/${note.kind === 'harmOutside' ? 'safety' : 'details#warnings'}` : '')
const their = (card: PersonCard) => (card.sex === 'female' ? 'her' : card.sex === 'male' ? 'his' : 'their')
const they = (card: PersonCard) => (card.sex === 'female' ? 'she' : card.sex === 'male' ? 'he' : 'they')

/** The six questions of a stranger's case, on one page. */
export const personPage = page('/people/:id', {
  what: 'page.person',
  may: 'person.find',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    const notes = sight === 'full' ? await notesAbout(asking, [read.id], 5) : []
    const plans = sight === 'full' ? (await currentPlans(asking, [read.id])) : []
    const notices = sight === 'full' ? await noticesAbout(asking, await idsOf(asking, [read.id])) : []
    const named = await cardsOf(asking, [...new Set(notes.flatMap((n) => n.people.map((p) => p.personId)))])
    const born = sight === 'full' && read.children.some((child) => child.id === read.id) && (await wasExpected(asking, read.id))
    const care = sight === 'full' && read.legalStatuses.some((one) => one.personId === read.id && one.kind === 'lookedAfter') ? await careOf(asking, [read.id]) : undefined
    return { sight, read, born, care, plans, writes: may(asking.actor, 'record.write'), opens: may(asking.actor, 'glass.break'), adopts: may(asking.actor, 'adoption.keep'), looked: may(asking.actor, 'audit.read'), notices, notes, named, working: sight === 'exists' ? [] : await workingWith(asking, read.id) }
  },
  view: ({ sight, read, born, care, plans, writes, notices, notes, named, working, opens, adopts, looked }, frame) => {
    const card = read.cardOf(read.id)
    if (sight === 'exists') return <ExistsPage frame={frame} personId={read.id} opens={opens} looked={looked} />
    if (!card) throw notFound('We could not find that person.')
    if (sight === 'card') return <CardOnlyPage frame={frame} card={card} working={working} today={read.today} opens={opens} looked={looked} />
    const { today } = read
    const seen = read.lastSeen.get(card.id)
    const warnings = read.warnings.filter((w) => w.personId === card.id || (read.atHome.has(w.personId) && read.atHome.has(card.id)) || parentsOf(read, card.id).some((parent) => parent.personId === w.personId))
    const mine = read.work.filter((item) => item.people.some((p) => p.id === card.id))
    const next = mine.filter((item) => item.dueOn !== null).slice(0, 4)
    const voices = read.voices.filter((v) => v.personId === card.id)
    const voice = voices[0]
    const plan = mine.find((item) => item.kind === 'planChildInNeed')
    const assessing = mine.find((item) => item.kind === 'assessment')
    const others = [...read.atHome].flatMap((id) => (id === card.id ? [] : (read.cardOf(id) ?? []))).sort(byBirth)
    const adultsHere = others.filter((p) => !read.children.includes(p))
    const childrenHere = others.filter((p) => read.children.includes(p))
    const worker = read.keyWorkers.get(card.id)
    const legal = legalAnswer(read.legalStatuses.filter((one) => one.personId === card.id), today)
    const isAChild = read.children.some((child) => child.id === card.id)
    const placed = placedNow(care, today)
    return (
      <Page {...frame} title={card.name} band={<>
        <IdentityBar mark={markOf(card)} name={card.name} age={bornInWords(card, today)} facts={identityFacts(read, card)}
          end={<ButtonLink kind="primary" icon="pencil" href={`/notes/new?people=${card.id}`}>Write a note</ButtonLink>} />
        <PersonTabs read={read} card={card} here="summary" />
      </>}>
        {notices.map((notice) => <Message kind={notice.kind} title={notice.title}>{notice.words}</Message>)}
        {isNameless(card) ? <NamelessForm card={card} /> : null}
        <CardGrid of={3}>
          {placed ? <LivesWith card={card} read={read} placed={placed} missing={care?.facts.some((one) => one.kind === 'missing' && one.to === null) ?? false} /> : <AnswerCard question="Who is at home?" source={read.home ? (read.home.hidden ? 'The address is hidden' : `${[...read.home.lines, read.home.postcode].filter(Boolean).join(', ')}${read.home.from ? `, since ${shortDay(read.home.from, today).slice(4)}` : ''}`) : 'No address is recorded'}>
            {others.length === 0 ? <p class="answer">{read.home ? 'Nobody else that we know of' : 'Not known'}</p> : null}
            {adultsHere.map((p) => <NamedToken size="s" mark={markOf(p)} href={`/people/${p.id}`} second={relationTo(read, p, card)} />)}
            {childrenHere.length > 0 ? <p><TokenRow marks={childrenHere.map(markOf)} /> {listed(childrenHere.map((p) => (p.unborn ? `a baby, ${ageInWords(p, today)}` : p.given || p.name)))}</p> : null}
          </AnswerCard>}
          <AnswerCard question={`What is ${their(card)} legal status?`} answer={legal.holding[0] ? statusInWords(legal.holding[0].code) : legal.title} source={<a href={`/people/${card.id}/legal`}>{legal.holding.length > 0 ? 'Orders, with their history' : 'Orders and legal status'}</a>}>
            {legal.holding[0] ? <p>{sentence(legal.second)}{runsOut(legal.holding[0], today) ? `; ${runsOut(legal.holding[0], today)}` : ''}.{legal.holding.slice(1).map((one) => ` ${statusInWords(one.code)} since ${dayInWords(one.from)}.`).join('')}</p> : null}
            {worker ? <p class="second">Worked with since {dayInWords(day(worker.since))}.</p> : null}
            {isAChild ? <p class="second">{responsibilityInWords(read, card)}</p> : null}
          </AnswerCard>
          {isAChild && !card.unborn ? (
            <AnswerCard question={`When was ${they(card)} last seen alone?`} answer={seen?.aloneOn ? longDay(day(seen.aloneOn)).replace(/ \d{4}$/, day(seen.aloneOn).slice(0, 4) === today.slice(0, 4) ? '' : ` ${seen.aloneOn.slice(0, 4)}`) : 'Not yet seen alone'}
              source={nextVisit(read, card) ?? 'No visit is planned'}>
              {seen?.aloneOn ? <p>{[seen.place, seen.by ? `by ${seen.by}` : undefined].filter(Boolean).join(', ')}. {agoInWords(day(seen.aloneOn), today)}. {seen.noteId ? <a href={`/notes/${seen.noteId}`}>Read the visit</a> : null}</p> : <p>{seen?.seenOn ? `Seen with others on ${shortDay(day(seen.seenOn), today)}.` : 'No visit is recorded yet.'}</p>}
              <p class="second">{seen?.bedroomOn ? `Bedroom last seen ${shortDay(day(seen.bedroomOn), today)}.` : 'Bedroom not yet seen.'}</p>
            </AnswerCard>
          ) : <AnswerCard question="Who are they to the children?" answer={read.relationships.filter((r) => r.personId === card.id && read.cardOf(r.otherId)).map((r) => `${kinWord(r.kind, card)} of ${read.cardOf(r.otherId)?.given || read.cardOf(r.otherId)?.name}`).slice(0, 3).join('; ') || 'Not recorded'} source={<a href={`/people/${card.id}/family`}>The whole family</a>} />}
          {placed && care ? <CarePlan card={card} care={care} read={read} /> : <PlanAnswer card={card} plans={plans} toCome={plan !== undefined} assessing={assessing} mine={mine} today={today} elsewhere={notices.find((notice) => notice.plan)?.plan} />}
          <AnswerCard question="Is there anything to know before I go?" source={warnings[0] ? `Written by ${warnings[0].by ?? 'a colleague'}, ${shortDay(warnings[0].from, today)}. Look again by ${dayInWords(warnings[0].reviewOn)}` : undefined}>
            {warnings.length === 0 ? <p class="answer">No safety notes</p> : [...Map.groupBy(warnings, (w) => w.words)].map(([words, same]) => <Message kind="soon" title={words}>{same.some((w) => w.personId === card.id) ? '' : `About ${listed(same.map((w) => read.cardOf(w.personId)?.name ?? 'somebody at this address'))}.`}{same.some((w) => w.reviewOn < today) ? <> Its day to be looked at again has passed. <a href={lookAgain(same.find((w) => w.reviewOn < today))}>Look at it again</a></> : ''}</Message>)}
          </AnswerCard>
          <AnswerCard question="What happens next, and by when?" source={<a href={`/people/${card.id}/family#work`}>All open work of the family</a>}>
            {next.length === 0 ? <p class="answer">Nothing is due</p> : (
              <ul class="next-dates">{next.map((item) => { const clock = clockOf(item, false, today); return <li><ClockFace state={clock.state} /><strong>{item.dueOn ? shortDay(item.dueOn, today) : ''}</strong><span>{tellerOf(item).title(item)}</span></li> })}</ul>
            )}
          </AnswerCard>
        </CardGrid>
        <Columns
          main={<>
            {voice ? <Card><Quote hue={markOf(card).hue} words={voice.words} said={<>{card.given || card.name}, to {voice.saidTo}, {shortDay(voice.saidOn, today)}{voice.place ? `, ${voice.place}` : ''}. {voices.length > 1 ? <a href={`/people/${card.id}/details#words`}>All {their(card)} words ({voices.length})</a> : null}</>} /></Card>
              : isAChild && !card.unborn ? <EmptyState title={`No words of ${card.given || 'this child'} yet`}>What {they(card)} {they(card) === 'they' ? 'say, show or draw' : 'says, shows or draws'} appears here, with the day and who heard it.</EmptyState> : null}
            <Card title="Recent notes" aside={<a href={`/people/${card.id}/records`}>All records</a>}>
              {notes.length === 0 ? <EmptyState title="No notes yet">Notes and visits appear here, newest first.</EmptyState> : (
                <ul class="lines">{notes.map((n) => (
                  <li>
                    <div class="line-ends"><p><a class="name" href={`/notes/${n.id}`}>{n.title}</a> <TokenRow marks={n.people.flatMap((p) => named.get(p.personId) ?? []).map(markOf)} /></p><span class="second keep">{shortDay(n.happenedOn, today)}</span></div>
                    <p class="quiet">{n.words.length > 260 ? `${n.words.slice(0, n.words.lastIndexOf(' ', 260))} …` : n.words}</p>
                    <p class="source">{n.author}</p>
                  </li>
                ))}</ul>
              )}
            </Card>
          </>}
          aside={<>
            <Card title="Who is involved">
              {working.length === 0 ? <EmptyState title="Nobody">Workers and teams appear here when they are allocated.</EmptyState> : (
                <ul class="lines">{working.map((w) => <li><p><strong>{w.worker ?? w.team}</strong><span class="second">{[w.worker ? w.team : undefined, w.to ? `until ${shortDay(day(w.to), today)}` : `since ${shortDay(day(w.from), today)}`, w.phone].filter(Boolean).join(', ')}</span></p></li>)}</ul>
              )}
              <p><a href={`/people/${card.id}/keeping`}>Who may see this record</a></p>
              {adopts ? <p><a href={`/people/${card.id}/adoption`}>Adoption</a></p> : null}
              {looked ? <LookedLink personId={card.id} /> : null}
            </Card>
            {card.unborn || born ? <Card title="Before birth">{card.unborn && !card.endedOn ? <p class="line-ends"><span>{bornInWords(card, today)}</span>{writes ? <a href={`/people/${card.id}/born`}>The baby is born</a> : null}</p> : null}<p><a href={`/people/${card.id}/pregnancy`}>The record of the pregnancy</a></p></Card> : null}
            <Card title={`What ${card.given || 'this person'} needs`} aside={<a href={`/people/${card.id}/details`}>Details</a>}>
              <Facts facts={[
                { label: 'Language', value: [said(read, card.id, 'firstLanguage'), read.factOf(card.id, 'interpreter')?.value === 'yes' ? 'interpreter needed' : undefined].filter(Boolean).join(', ') || 'Not recorded' },
                { label: 'Communication', value: said(read, card.id, 'communication') ?? 'Not recorded' },
                { label: 'Disability', value: said(read, card.id, 'disability') ?? 'Not recorded' },
                ...(isAChild ? [{ label: 'School', value: [read.factOf(card.id, 'yearGroup')?.value, read.factOf(card.id, 'school')?.value].filter(Boolean).join(', ') || 'Not recorded' }] : []),
                { label: 'GP', value: said(read, card.id, 'gp') ?? 'Not recorded' },
              ]} />
            </Card>
          </>} />
      </Page>
    )
  },
})

const said = (read: FamilyRead, id: string, kind: FactKind): string | undefined => { const fact = read.factOf(id, kind); return fact ? factInWords(kind, fact.value, fact.recordedAt) : undefined }

function relationTo(read: FamilyRead, person: PersonCard, to: PersonCard): string {
  const link = read.relationships.find((r) => r.personId === person.id && r.otherId === to.id)
  if (link) return kinWord(link.kind, person)
  const back = read.relationships.find((r) => r.personId === to.id && r.otherId === person.id)
  if (back && (back.kind === 'parent' || back.kind === 'adoptiveParent')) return person.sex === 'female' ? 'daughter' : person.sex === 'male' ? 'son' : 'child'
  return read.relationships.some((r) => [r.personId, r.otherId].includes(person.id) && [r.personId, r.otherId].includes(to.id) && (r.kind === 'partner' || r.kind === 'married')) ? 'partner' : 'lives there'
}

function responsibilityInWords(read: FamilyRead, card: PersonCard): string {
  const holders = parentsOf(read, card.id).filter((r) => r.parentalResponsibility === 'yes').flatMap((r) => read.cardOf(r.personId) ?? [])
  if (holders.length === 0) return 'Parental responsibility is not recorded.'
  return `${listed(holders.map((p) => p.given || p.name))} ${holders.length === 1 ? 'has' : 'have'} parental responsibility.`
}

function nextVisit(read: FamilyRead, card: PersonCard): string | undefined {
  const visit = read.work.find((item) => (item.kind === 'visit' || item.kind === 'careVisit') && item.people.some((p) => p.id === card.id) && item.dueOn !== null && item.dueOn >= read.today)
  return visit?.dueOn ? `Next visit: ${shortDay(visit.dueOn, read.today)}` : undefined
}
