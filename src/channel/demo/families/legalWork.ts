import { duties } from '../../../../content/timescales/all.ts'
import { addDays, daysBetween, moment, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import { workingDayFrom } from '../../../kernel/workingDays.ts'
import { legalStands } from '../../../practice/legal/standing.ts'
import { happeningsFor } from '../../../practice/legal/words.ts'
import type { LegalFact, WholeMatter } from '../../../practice/legal/model.ts'
import { dueNow } from '../../../record/work/standing/rules.ts'
import { chanceOf, type Chance } from '../chance.ts'
import { happened, openWork, type Book } from './book.ts'

type Fact = Readonly<{ kind: string; on: PlainDate; answers: Readonly<Record<string, string>>; words?: string; time?: true; until?: PlainDate }>
type Matter = Readonly<{ kind: WholeMatter['kind']; decidedOn: PlainDate; people: readonly string[]; leadId: string; teamId: string | null; court?: string; caseNumber?: string; facts: readonly Fact[]; /** How it ended, for all of them. */ ended?: Readonly<{ on: PlainDate; outcome: string; words: string }>; directions: readonly Readonly<{ words: string; owner: string; dueOn: PlainDate; doneOn: PlainDate | null }>[] }>
const atHour = (on: PlainDate, hour = 11): Instant => moment(`${on}T${String(hour).padStart(2, '0')}:00:00.000Z`)

/** A matter with what happened and what is due now, row by row as the commands leave it. */
function tell(book: Book, chance: Chance, m: Matter): void {
  const put = (table: Book['protection'][number]['table'], row: Readonly<Record<string, unknown>>): void => void book.protection.push({ table, row })
  const at = atHour(m.decidedOn)
  const id = chance.id(at)
  const recorded = { recorded_at: at, recorded_by: m.leadId }
  const issued = m.facts.find((one) => one.kind === 'issued')
  put('legal.matter', { id, domain: 'children', kind: m.kind, follows: null, meeting_id: null, decided_on: m.decidedOn, application: issued ? 'careOrder' : null, court: m.court ?? null, case_number: m.caseNumber ?? null, lead_id: m.leadId, team_id: m.teamId, adviser_id: null, words: '', version: issued ? 2 : 1, ...recorded })
  for (const personId of m.people) put('legal.matter_person', { matter_id: id, person_id: personId, domain: 'children', kind: m.kind, started_on: m.decidedOn, ended_on: m.ended?.on ?? null, outcome: m.ended?.outcome ?? null, words: m.ended?.words ?? null, ...recorded })
  happened(book, m.kind === 'preProceedings' ? 'legal.preProceedingsBegan' : 'legal.proceedingsDecided', m.leadId, at, m.people, { on: m.decidedOn, significant: true, subject: { kind: 'legalMatter', id } })
  const facts = m.facts.map((one): LegalFact => {
    const when = atHour(one.on < book.today ? one.on : addDays(book.today, -3), 16)
    const factId = chance.id(when)
    put('legal.fact', { id: factId, fact_id: factId, matter_id: id, domain: 'children', about: [], kind: one.kind, on_day: one.on, at: one.time ? atHour(one.on, 10) : null, until_day: one.until ?? null, answers: one.answers, words: one.words ?? null, recorded_at: when, recorded_by: m.leadId, superseded_at: null, superseded_why: null })
    happened(book, 'legal.fact', m.leadId, when, m.people, { on: one.on, significant: true, subject: { kind: 'legalFact', id: factId } })
    return { id: factId, factId, matterId: id, about: [], kind: one.kind, on: one.on, at: null, until: null, answers: one.answers, words: one.words ?? null, by: null }
  })
  for (const one of m.directions) {
    const when = atHour(addDays(m.decidedOn, 24), 12)
    const place = openWork(book, { kind: 'courtDirection', subject: { kind: 'legalMatter', id }, people: m.people, by: m.leadId, at: when, teamId: m.teamId, workerId: m.leadId, decidesOnly: true, dueOn: one.dueOn, words: one.words })
    put('legal.direction', { id: chance.id(when), matter_id: id, domain: 'children', about: [], hearing_id: null, words: one.words, owner_name: one.owner, owner_id: m.leadId, due_on: one.dueOn, item_id: book.work[place]?.id ?? null, done_on: one.doneOn, done_words: null, recorded_at: when, recorded_by: m.leadId })
  }
  if (m.ended) {
    happened(book, m.kind === 'preProceedings' ? 'legal.preProceedingsEnded' : 'legal.proceedingsEnded', m.leadId, atHour(m.ended.on, 17), m.people, { on: m.ended.on, significant: true, subject: { kind: 'legalMatter', id } })
    return
  }
  const whole: WholeMatter = { id, kind: m.kind, follows: null, meetingId: null, decidedOn: m.decidedOn, application: null, court: null, caseNumber: null, leadId: m.leadId, lead: null, teamId: m.teamId, adviserId: null, adviser: null, words: '', people: m.people.map((personId) => ({ personId, startedOn: m.decidedOn, endedOn: null, outcome: null, words: null })), facts, directions: [] }
  const standing = m.people.flatMap((personId) => legalStands(m.kind).map((one) => ({ ...one, personId, subject: { kind: 'legalMatter', id }, workerId: m.leadId, teamId: m.teamId })))
  for (const due of dueNow(duties, standing, m.people.flatMap((personId) => happeningsFor(whole, personId)), [], book.today)) {
    openWork(book, { kind: due.kind, subject: due.subject, people: due.people, by: m.leadId, at: atHour(due.startedOn < book.today ? due.startedOn : m.decidedOn, 17), teamId: m.teamId, workerId: m.leadId, decidesOnly: true, duties: [{ duty: due.duty, startedOn: due.startedOn, startedAt: null, dueOn: due.dueOn, dueAt: null }] })
  }
}

/** Where an interim order gave way to a full one within these years, the proceedings that led there: hearings, more time where it took more than twenty-six weeks, and how they ended. */
function tellEnded(book: Book, chance: Chance, led: Pick<Matter, 'leadId' | 'teamId'>): void {
  for (const interim of book.legal.filter((one) => one.code === 'interimCareOrder' && one.to !== null && one.to < book.today && one.from > addDays(book.today, -1100))) {
    const final = book.legal.find((one) => one.from === interim.to && (one.code === 'careOrder' || one.code === 'placementOrder'))
    if (!final || !interim.to) continue
    const [issuedOn, endedOn, court] = [interim.from, interim.to, 'Family Court at Ardenvale']
    const longer = daysBetween(issuedOn, endedOn) > 182
    tell(book, chance, {
      ...led, kind: 'proceedings', decidedOn: addDays(issuedOn, -chance.whole(3, 12)), people: interim.people, court, caseNumber: interim.caseNumber ?? '', directions: [],
      ended: { on: endedOn, outcome: final.code === 'careOrder' ? 'careOrder' : 'careAndPlacementOrder', words: 'As the council asked. The judge thanked the carers.' },
      facts: [
        { kind: 'issued', on: issuedOn, answers: { application: 'careOrder', court } },
        { kind: 'hearing', on: workingDayFrom(addDays(issuedOn, 20)), answers: { kind: 'caseManagement', court }, words: 'Both parents are assessed; relatives come forward within two weeks.', time: true },
        ...(longer ? [{ kind: 'extension', on: workingDayFrom(addDays(issuedOn, 150)), until: endedOn, answers: { reason: chance.pick(['expert', 'newParty', 'courtTime']) } }] : []),
        { kind: 'hearing', on: endedOn, answers: { kind: 'final', court }, words: final.code === 'careOrder' ? 'Care orders are made.' : 'Care and placement orders are made.', time: true },
      ],
    })
  }
}

/** Children under an interim care order are in proceedings; a few whose protection plan does not hold are in pre-proceedings. */
export function tellLegalWork(book: Book, seed: string): void {
  const chance = chanceOf(seed)
  const held = book.involvements.findLast((one) => one.workerId !== null && one.to === null && one.domain === 'children' && one.role === 'allocated')
  if (!held?.workerId) return
  const led = { leadId: held.workerId, teamId: held.teamId }
  tellEnded(book, chance, led)
  const interim = book.legal.find((one) => one.code === 'interimCareOrder' && one.to === null)
  if (interim && daysBetween(interim.from, book.today) > 30 && daysBetween(interim.from, book.today) < 240) {
    const issuedOn = interim.from
    const hearing = workingDayFrom(addDays(issuedOn, 20))
    const final = workingDayFrom(addDays(issuedOn, 175))
    tell(book, chance, {
      ...led, kind: 'proceedings', decidedOn: workingDayFrom(addDays(issuedOn, -5), 'england', -1), people: interim.people, court: 'Family Court at Ardenvale', caseNumber: interim.caseNumber ?? `ZV${issuedOn.slice(2, 4)}C${chance.whole(10_000, 99_999)}`,
      facts: [
        { kind: 'issued', on: issuedOn, answers: { application: 'careOrder', court: 'Family Court at Ardenvale' } },
        { kind: 'hearing', on: hearing, answers: { kind: 'caseManagement', court: 'Family Court at Ardenvale' }, words: 'The interim order goes on. Both parents are assessed; relatives come forward within two weeks.', time: true },
        { kind: 'hearing', on: final, answers: { kind: final > book.today ? 'final' : 'issuesResolution', court: 'Family Court at Ardenvale' }, ...(final > book.today ? {} : { words: 'The final hearing is listed when the assessment of the grandmother has come.' }), time: true },
      ],
      directions: final > book.today ? [{ words: 'Final statement and care plan to the court', owner: 'The social worker', dueOn: workingDayFrom(addDays(final, -14), 'england', -1), doneOn: null }] : [],
    })
    return
  }
  const going = book.protection.filter((one) => one.table === 'plans.plan_person' && one.row['kind'] === 'protectionPlan' && one.row['ended_on'] === null)
  const people = going.flatMap((one) => (typeof one.row['person_id'] === 'string' ? [one.row['person_id']] : []))
  const since = going[0]?.row['recorded_at']
  if (people.length === 0 || typeof since !== 'string' || since > `${addDays(book.today, -150)}` || !chance.happens(0.5)) return
  const decidedOn = addDays(book.today, -chance.whole(25, 90))
  tell(book, chance, {
    ...led, kind: 'preProceedings', decidedOn, people, directions: [],
    facts: [
      { kind: 'letter', on: addDays(decidedOn, 4), answers: { to: 'Both parents, and their lawyers' }, words: 'What has to change within twelve weeks, and who helps with it.' },
      { kind: 'parentsMeeting', on: addDays(decidedOn, 11), answers: { came: 'Both parents with their lawyers, the team manager, our lawyer', lawyers: 'yes' }, words: 'They agree to a parenting assessment, and that their sister stays with the children at weekends.' },
    ],
  })
}
