import { describe, expect, it } from 'vitest'
import { plain } from '../../../kernel/dates.ts'
import type { CareFact, Period, Placement } from '../../../record/care/model.ts'
import type { Passage } from '../../../record/outputs/model.ts'
import type { Card } from '../../../record/people/model.ts'
import { wordsOf } from './facts.ts'
import { healthPassages, learningPassages } from './health.ts'
import { seeingPassages } from './seeing.ts'
import { siblingPassages } from './siblings.ts'

const today = plain('2026-11-23')
const card = (id: string, bornOn: string): Card => ({ id, name: `${id} Begum`, given: id, family: 'Begum', bornOn: plain(bornOn), bornAbout: 'day', diedOn: null, dueOn: null, unborn: false, sex: 'female', hue: null, endedOn: null }) as never
const cards = [card('Isla', '2016-01-14'), card('Leo', '2018-10-05'), card('Noah', '2014-07-21')]
const parents = ['Isla', 'Leo', 'Noah'].map((otherId) => ({ personId: 'kelly', otherId, kind: 'parent' as const }))
const place = (personId: string, placementId: string, from: string, to: string | null = null): Placement => ({ id: `${personId}${from}`, placementId, personId, kind: 'foster', provider: 'ownCouncil', placeName: placementId, householdId: placementId, urn: null, postcode: null, hidden: false, changeReason: null, from: plain(from), to: to ? plain(to) : null, recordedAt: '' })
const period = (personId: string, apartWhy: string | null = null): Period => ({ id: `p${personId}`, periodId: `p${personId}`, personId, admissionId: 'together', from: plain('2026-01-05'), beganAt: null, to: null, planned: true, need: 'abuseOrNeglect', why: null, apartWhy, endReason: null, endWords: null, homePostcode: null, recordedAt: '' })
const fact = (kind: string, personId: string, on: string, answers: Record<string, string>, words: string | null = null, factId = `${kind}${personId}${on}`): CareFact => ({ id: `${factId}${personId}`, factId, personId, kind, on: plain(on), to: null, answers, words, recordedAt: '' })
const care = (facts: readonly CareFact[] = [], placements: readonly Placement[] = [], periods = [period('Isla'), period('Leo')]) => ({ facts, placements, periods, statuses: [] })
const by = (people: readonly string[], others = false) => ({ people, others, by: 'Priya Nair' })
const textOf = (passages: readonly Passage[]) => passages.map((one) => `${one.about.join('+')}: ${one.blocks.map((block) => ('rows' in block ? block.rows.flat().join(' | ') : 'words' in block ? block.words : '')).join(' / ')}`)
const given = { cards, written: new Map(), today, kept: [] }

describe('Brothers and sisters in a paper for a court', () => {
  const lived = [place('Isla', 'okafor', '2026-01-05'), place('Leo', 'green', '2026-01-05', '2026-03-01'), place('Leo', 'okafor', '2026-03-01'), place('Noah', 'elm', '2026-02-01')]
  const told = (people: readonly string[], facts: readonly CareFact[] = [], written = new Map(), periods = [period('Isla'), period('Leo'), period('Noah')]) => siblingPassages({ ...given, people, links: parents, care: care(facts, lived, periods), written })

  it('each two stand in a passage about both, together or apart and since when, and never a place', () => {
    const passages = told(['Isla', 'Leo'])
    expect(textOf(passages)).toEqual(['Isla+Leo: Isla and Leo live together, since 1 Mar 2026.', 'Isla+Noah: Isla and Noah live apart, since 1 Feb 2026 (Isla: foster carer; Noah: foster carer).', 'Leo+Noah: Leo and Noah live apart, since 1 Feb 2026 (Leo: foster carer; Noah: foster carer).'])
    expect(JSON.stringify(passages.map((one) => one.blocks))).not.toMatch(/okafor|green|elm/)
  })

  it('why they are apart is about whoever lives elsewhere too, and about somebody nobody knows where it was written with somebody unseen', () => {
    const apart = fact('siblingsApart', 'Isla', '2026-02-01', { why: 'Noah needs a home of his own.', close: 'Every Sunday.' })
    expect(told(['Isla'], [apart], new Map([[apart.factId, by(['Isla'])]])).at(-1)).toMatchObject({ about: ['Isla', 'Noah'] })
    const [last] = textOf(told(['Isla'], [apart], new Map([[apart.factId, by(['Isla'], true)]])).slice(-1))
    expect(last).toBe('Isla+00000000-0000-0000-0000-000000000000+Noah: Why Isla and Noah do not live together: Noah needs a home of his own. / How they stay close: Every Sunday. / Written down by Priya Nair, 1 Feb 2026.')
  })

  it('what was said on the day they came stands where nothing was said since; who is no child in our care is said to be none', () => {
    expect(textOf(told(['Isla'], [], new Map(), [period('Isla', 'No carer had three beds.'), period('Leo'), period('Noah')])).at(-1)).toContain('No carer had three beds.')
    expect(textOf(siblingPassages({ ...given, people: ['Isla'], links: parents, care: care([], [place('Isla', 'okafor', '2026-01-05')], [period('Isla')]) }))).toEqual(['Isla+Leo: Leo is not in our care.', 'Isla+Noah: Noah is not in our care.'])
  })
})

describe('Seeing family in a paper for a court', () => {
  const both = ['Isla', 'Leo'].map((id) => fact('contactArrangement', id, '2026-02-01', { who: 'Mum', how: 'supervised', often: 'Saturdays' }, id === 'Leo' ? 'Jean drives them.\n\nLeo brings his bear.' : 'Jean drives them.', 'c1'))
  const alone = fact('familyTime', 'Isla', '2026-11-01', { who: 'Dad', came: 'held' }, 'They built a tower.')
  it('what was arranged for several is told once about all of them, what is about one of them stands with that one, and what it was like follows', () => {
    expect(textOf(seeingPassages({ ...given, people: ['Isla', 'Leo'], care: care([...both, alone]), written: new Map([['c1', by(['Isla', 'Leo'])]]) }))).toEqual([
      'Isla+Leo: Isla and Leo: what is arranged / Mum | In person, somebody with them | Saturdays | since 1 Feb 2026 | Written down by Priya Nair',
      'Isla+Leo: Isla and Leo, with Mum: / Jean drives them.', 'Leo: Leo, with Mum: / Leo brings his bear.',
      'Isla: What it was like / 1 Nov 2026, Isla with Dad: it took place. Brought in from another system.', 'Isla: They built a tower.',
    ])
  })
  it('words of one child’s row are about all for whom they were written, also about those whom the sender does not see', () => {
    const [row] = both
    expect(wordsOf({ fact: row!, rows: [row!], about: ['Isla', 'Leo'], by: null })).toEqual([{ about: ['Isla', 'Leo'], words: ['Jean drives them.'] }])
  })
})

describe('Health and learning in a paper for a court', () => {
  const dental = ['Isla', 'Leo'].map((id) => fact('dental', id, '2026-03-02', { by: 'Harbour View' }, null, 'd1'))
  const facts = [...dental, fact('strengths', 'Isla', '2026-05-01', { score: '17' }), fact('strengths', 'Isla', '2025-05-01', { score: '21' }), fact('health', 'Leo', '2026-02-01', { by: 'Dr Shah', advice: 'Glasses.' }), fact('immunisations', 'Leo', '2026-02-01', { upToDate: 'no' }), fact('educationPlan', 'Leo', '2026-04-01', { school: 'Oakfield Primary', next: 'Reading with Ms Ash.', reviewOn: '2027-01-10' })]
  const written = new Map([['d1', by(['Isla', 'Leo'])]])
  it('each child has a table of their own, with the score before and with what is not recorded; a name that was written for both stands with both', () => {
    const passages = healthPassages({ ...given, people: ['Isla', 'Leo'], care: care(facts), written })
    expect(passages.map((one) => one.about.join('+'))).toEqual(['Isla', 'Leo', 'Leo'])
    const [isla = '', leo = '', advice] = textOf(passages)
    for (const there of ['Health assessment | Nothing is recorded', 'Teeth checked | 2 Mar 2026 |  | Written down by Priya Nair', '1 May 2026 | 17 of 40', '1 May 2025 | 21 of 40']) expect(isla).toContain(there)
    expect(isla).not.toContain('Development checks')
    for (const there of ['1 Feb 2026 | Dr Shah', 'Immunisations | 1 Feb 2026 | Not up to date']) expect(leo).toContain(there)
    expect(advice).toBe('Leo: What the health assessment asks for, Leo, 1 Feb 2026: Glasses.')
    expect(textOf(learningPassages({ ...given, people: ['Leo'], care: care(facts), written }))).toEqual(['Leo: Leo Begum / Personal education plan | 1 Apr 2026 | Oakfield Primary, looked at again on 10 Jan 2027 | Brought in from another system', 'Leo: What is next for learning, Leo, 1 Apr 2026: Reading with Ms Ash.'])
  })
  it('no school and no surgery of a child whose place is kept from somebody, and nothing at all of a child of whom nothing is known and who is not in our care', () => {
    const kept = { ...given, people: ['Leo'], kept: ['Leo'], care: care(facts), written }
    expect(textOf([...healthPassages(kept), ...learningPassages(kept)]).join()).not.toMatch(/Shah|Oakfield|Harbour/)
    expect(healthPassages({ ...given, people: ['Noah'], care: care(facts), written })).toEqual([])
  })
})
