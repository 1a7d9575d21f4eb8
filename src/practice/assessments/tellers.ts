import { childAndFamilyAssessment } from '../../../content/forms/childAndFamilyAssessment.ts'
import { assessmentOutcomes } from '../../../content/codes/work.ts'
import { frontDoor } from '../../../content/pathways/frontDoor.ts'
import { stepOf } from '../../engine/pathways/follow.ts'
import { labelOf } from '../../kernel/codes.ts'
import type { ChronologyTeller, Told } from '../../record/chronology/tellers.ts'
import type { TrayTeller } from '../../record/work/model.ts'
import type { Assessment } from './model/stored.ts'
import * as store from './store/assessments.ts'
import * as told from './store/told.ts'

const sectionTitle = (id: string | null): string | undefined => childAndFamilyAssessment.sections.find((section) => section.id === id)?.title

/** How the work of assessments reads in a tray. Each leads to the exact place. */
export const trayTellers: readonly TrayTeller[] = [
  {
    kind: 'assessment', title: () => childAndFamilyAssessment.title,
    also: (item) => (item.state === 'returned' ? 'returned to you' : item.words ? `left to do: ${item.words}` : sectionTitle(item.section)),
    open: (item) => ({ href: `/assessments/${item.id}${item.section ? `#${item.section}` : ''}`, words: item.state === 'returned' ? 'Change it' : 'Write' }),
  },
  { kind: 'assessmentSignOff', title: () => 'Agree the assessment', open: (item) => ({ href: `/decisions?item=${item.id}`, words: 'Decide' }), read: (item) => `/assessments/${item.subjectId ?? ''}/read` },
  { kind: 'letter', title: () => 'Write to the family', also: () => 'what we found and decided, in plain words', open: (item) => ({ href: `/assessments/${item.subjectId ?? ''}/letter`, words: 'Write' }) },
  { kind: 'stepDown', title: () => 'Hand over to early help', open: (item) => ({ href: `/assessments/${item.subjectId ?? ''}/next/${item.id}`, words: 'Hand over' }) },
]

const outcomeWords = (a: Assessment): string => (a.outcome ? labelOf(assessmentOutcomes, a.outcome) : '')

function lineOf(kind: string, a: Assessment, decisions: readonly told.ToldDecision[]): Told {
  const href = a.itemId ? `/assessments/${a.itemId}${a.state === 'open' || a.state === 'returned' ? '' : '/read'}` : undefined
  const at = href ? { href } : {}
  const last = (decision: string) => decisions.find((one) => one.assessmentId === a.id && one.decision === decision)
  switch (kind) {
    case 'assessment.started': return { title: 'Child and family assessment begun', ...at }
    case 'assessment.sent': return { title: 'Child and family assessment sent to the manager', ...at }
    case 'assessment.returned': return { title: 'Assessment returned to its writer', ...(last('return')?.comment ? { words: last('return')?.comment ?? '' } : {}), ...at }
    case 'assessment.authorised': return { title: 'Child and family assessment agreed', words: `${outcomeWords(a)}.${last('agree')?.comment ? ` ${last('agree')?.comment ?? ''}` : ''}`, ...at }
    case 'assessment.closed': return { title: 'Closed after the assessment', ...at }
    case 'assessment.cancelled': return { title: 'Assessment ended before it was finished', ...at }
    case 'assessment.reopened': return { title: 'Assessment opened again', ...at }
    default: return { title: 'Decision on the assessment taken back within a minute', ...at }
  }
}

/** How what happens in an assessment reads in a chronology. */
export const chronologyTellers: readonly ChronologyTeller[] = [
  {
    kinds: ['assessment.started', 'assessment.sent', 'assessment.returned', 'assessment.authorised', 'assessment.closed', 'assessment.cancelled', 'assessment.reopened', 'assessment.decisionUndone'],
    tell: async (asking, events) => {
      const ids = [...new Set(events.flatMap((event) => event.subjectId ?? []))]
      const found = new Map((await store.byIds(asking.db, ids)).filter((one) => one.itemId).map((one) => [one.id, one]))
      const decisions = await told.decisions(asking.db, ids)
      return new Map(events.flatMap((event): [string, Told][] => {
        const one = event.subjectId ? found.get(event.subjectId) : undefined
        return one ? [[event.id, lineOf(event.kind, one, decisions)]] : []
      }))
    },
  },
  {
    kinds: ['assessment.voice'],
    tell: async (asking, events) => {
      const voices = await told.voices(asking.db, events.flatMap((event) => event.subjectId ?? []))
      return new Map(events.flatMap((event): [string, Told][] => {
        const voice = voices.find((one) => one.sourceId === event.subjectId && event.people.includes(one.personId))
        return voice ? [[event.id, { title: `${voice.given || 'The child'}, in ${voice.sex === 'female' ? 'her' : voice.sex === 'male' ? 'his' : 'their'} own words`, said: { words: voice.words, personId: voice.personId }, source: `Said to ${voice.saidTo}, for the assessment` }]] : []
      }))
    },
  },
  {
    kinds: ['assessment.handedOver'],
    tell: async (asking, events) => {
      const rows = await told.handedOver(asking.db, events.flatMap((event) => event.subjectId ?? []))
      return new Map(events.map((event): [string, Told] => {
        const row = rows.find((one) => one.itemId === event.subjectId && one.at === Date.parse(event.recordedAt))
        return [event.id, row ? { title: `Assessment handed over${row.from ? ` by ${row.from}` : ''} to ${row.to ?? 'another worker'}`, words: [row.reason, row.left ? `Left to do: ${row.left}` : ''].filter(Boolean).join(' '), href: `/assessments/${row.itemId}` } : { title: 'Assessment handed over' }]
      }))
    },
  },
  {
    kinds: ['assessment.followed'],
    tell: async (asking, events) => {
      const rows = new Map((await told.followed(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((row) => [row.id, row]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const row = event.subjectId ? rows.get(event.subjectId) : undefined
        const step = row && stepOf(frontDoor, row.kind)
        return row && step ? [[event.id, { title: `${step.name}: ${(step.outcomes.find((one) => one.code === row.outcome)?.label ?? 'done').toLowerCase()}`, ...(row.reason ? { words: row.reason } : {}) }]] : []
      }))
    },
  },
  {
    kinds: ['letter.sent'],
    tell: async (asking, events) => {
      const letters = new Map((await told.letters(asking.db, events.flatMap((event) => event.subjectId ?? []))).map((one) => [one.id, one]))
      return new Map(events.flatMap((event): [string, Told][] => {
        const one = event.subjectId ? letters.get(event.subjectId) : undefined
        return one ? [[event.id, { title: `Letter to ${one.to ?? 'the family'}`, href: `/assessments/letters/${one.id}` }]] : []
      }))
    },
  },
]
