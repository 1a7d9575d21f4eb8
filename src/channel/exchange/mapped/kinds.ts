import type { CodeList } from '../../../../content/codes/codeList.ts'
import { contactSources } from '../../../../content/codes/contact.ts'
import { assessmentFactors, earlierFactors } from '../../../../content/codes/factors.ts'
import { disabilities, ethnicities } from '../../../../content/codes/person.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import { noteKinds } from '../../../practice/notes/model.ts'
import { addressKinds, relationshipKinds, sexes } from '../../../record/people/model.ts'

/** How a value of a fact is read: as it stands, as a day, or as a code that has to be one of ours. */
export type FactType = 'text' | 'day' | readonly string[] | CodeList
/** A fact that a row of that kind may tell. `needed`: without it the row is refused. `several`: more than one value may stand in the cell. */
export type MappedFact = Readonly<{ type: FactType; needed?: true; several?: true }>
/** What a file’s rows are. `refers`: columns that name a row of another file by its key. */
export type MappedKind = Readonly<{ keyed: boolean; refers: readonly ('person' | 'other' | 'referral')[]; facts: Readonly<Record<string, MappedFact>> }>

const text = { type: 'text' } as const
const day = { type: 'day' } as const
const yesNo = { type: ['yes', 'no'] } as const
const all = (names: string, fact: MappedFact) => Object.fromEntries(names.split(' ').map((name) => [name, fact]))
const factors: CodeList = { ...assessmentFactors, codes: [...assessmentFactors.codes, ...earlierFactors.codes] }

/** What a council’s own extracts may hold, and which facts of the record each row may tell. */
const mappedKinds = {
  person: { keyed: true, refers: [], facts: {
    ...all('given family knownAs firstLanguage interpreter communication religion immigration school yearGroup gp phone email occupation nhs upn formerUpn uln localChildId homeOffice other', text), ...all('bornOn dueOn diedOn', day),
    sex: { type: sexes }, ethnicity: { type: ethnicities }, disability: { type: disabilities, several: true },
  } },
  address: { keyed: false, refers: ['person'], facts: { line1: { type: 'text', needed: true }, ...all('line2 line3 line4 postcode', text), from: day, to: day, kind: { type: addressKinds }, hidden: yesNo } },
  relationship: { keyed: false, refers: ['person', 'other'], facts: { kind: { type: relationshipKinds, needed: true }, parentalResponsibility: { type: ['yes', 'no', 'notKnown'] }, from: day, to: day, note: text } },
  referral: { keyed: true, refers: ['person'], facts: { receivedOn: { type: 'day', needed: true }, source: { type: contactSources }, primaryNeed: { type: primaryNeeds }, noFurtherAction: yesNo, closedOn: day, closeReason: { type: closureReasons } } },
  assessment: { keyed: true, refers: ['person', 'referral'], facts: { startedOn: { type: 'day', needed: true }, authorisedOn: day, factors: { type: factors, several: true } } },
  plan: { keyed: true, refers: ['person'], facts: { kind: { type: ['childInNeedPlan', 'protectionPlan'], needed: true }, startedOn: { type: 'day', needed: true }, endedOn: day, firstCategory: { type: ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'] }, category: { type: ['NEG', 'PHY', 'SAB', 'EMO', 'MUL'] }, plansBefore: text } },
  // Told as SSDA903 tells it, with its codes: a placement with a legal status from a day to a day.
  episode: { keyed: false, refers: ['person'], facts: { startedOn: { type: 'day', needed: true }, endedOn: day, ...all('newReason legalStatus need placement provider endReason changeReason homePostcode placePostcode urn', text) } },
  note: { keyed: true, refers: ['person'], facts: { happenedOn: { type: 'day', needed: true }, words: { type: 'text', needed: true }, kind: { type: noteKinds }, ...all('title author place', text) } },
} as const satisfies Readonly<Record<string, MappedKind>>

export type KindName = keyof typeof mappedKinds
export const kindNames: readonly KindName[] = ['person', 'address', 'relationship', 'referral', 'assessment', 'plan', 'episode', 'note']
const kinds: Readonly<Record<KindName, MappedKind>> = mappedKinds
export const kindOf = (name: KindName): MappedKind => kinds[name]

const isList = (type: FactType): type is CodeList => typeof type === 'object' && 'codes' in type
/** Our codes of a fact; undefined where any text will do. */
export const codesOf = (type: FactType): readonly string[] | undefined => (typeof type === 'string' ? undefined : isList(type) ? type.codes.map(({ code }) => code) : type)
/** Our code for a value that the mapping does not translate: our own word, its label, or the code of the return. */
export function codeFor(type: FactType, value: string): string | undefined {
  const same = (one: string) => one.toLowerCase() === value.toLowerCase()
  if (typeof type === 'string') return value
  return isList(type) ? type.codes.find(({ code, label, returnCode }) => same(code) || same(label) || (returnCode !== undefined && same(returnCode)))?.code : type.find(same)
}
