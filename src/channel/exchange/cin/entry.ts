import { assessmentFactors, earlierFactors } from '../../../../content/codes/factors.ts'
import { contactSources } from '../../../../content/codes/contact.ts'
import { disabilities, ethnicities } from '../../../../content/codes/person.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import type { CodeList } from '../../../../content/codes/codeList.ts'
import { codeOfReturn } from '../../../kernel/codes.ts'
import { childIdentity, idOf } from './identity.ts'
import type { ChildFacts, ChildPlan, CensusHeader } from './model.ts'
import type { TakeChild } from './entryModel.ts'

const factorCodes: CodeList = { ...assessmentFactors, codes: [...assessmentFactors.codes, ...earlierFactors.codes] }
const sexOf = { male: 'male', female: 'female', unknown: 'notStated', indeterminate: 'other' } as const

/** Our code for the census's; the census's own where our lists have none, so that nothing is lost. */
const ours = (list: CodeList, code: string | null): string | undefined => (code === null ? undefined : (codeOfReturn(list, code) ?? code))

const path = { identifiers: 'Child/ChildIdentifiers/', characteristics: 'Child/ChildCharacteristics/' } as const

function factsOf(facts: ChildFacts): TakeChild['facts'] {
  const said = (kind: TakeChild['facts'][number]['kind'], value: string | null | undefined, from: string) => (value ? [{ kind, value, path: from }] : [])
  return [
    ...said('bornOn', facts.bornOn, `${path.identifiers}PersonBirthDate`),
    ...said('dueOn', facts.expectedOn, `${path.identifiers}ExpectedPersonBirthDate`),
    ...said('diedOn', facts.diedOn, `${path.identifiers}PersonDeathDate`),
    ...said('sex', facts.sex && sexOf[facts.sex], `${path.identifiers}Sex`),
    ...said('ethnicity', ours(ethnicities, facts.ethnicity), `${path.characteristics}Ethnicity`),
    ...facts.disabilities.flatMap((code) => said('disability', ours(disabilities, code), `${path.characteristics}Disabilities/Disability`)),
  ]
}

/** A child of the file as the command takes it: our codes, our ids. Only of a child that the file tells apart. */
export function entryOf(child: ChildPlan, header: CensusHeader, importId: string): TakeChild | null {
  const { localId, facts } = child
  if (localId === null || facts === null) return null
  const identifier = (kind: TakeChild['identifiers'][number]['kind'], value: string | null, name: string) => (value ? [{ kind, value, path: path.identifiers + name }] : [])
  return {
    importId, child: child.ordinal, line: child.line, authority: header.authority, year: header.year.year,
    personId: childIdentity(header.authority, localId),
    taskId: idOf('task', childIdentity(header.authority, localId)),
    unborn: facts.bornOn === null && facts.expectedOn !== null,
    identifiers: [
      ...identifier('localChildId', localId, 'LAchildID'), ...identifier('upn', facts.upn, 'UPN'), ...identifier('formerUpn', facts.formerUpn, 'FormerUPN'),
    ],
    facts: factsOf(facts),
    referrals: child.referrals.map((referral) => ({
      id: referral.identity, receivedOn: referral.receivedOn, line: referral.line,
      sourceCode: ours(contactSources, referral.source) ?? null,
      primaryNeed: ours(primaryNeeds, referral.primaryNeed) ?? null,
      noFurtherAction: referral.noFurtherAction ?? false,
      closedOn: referral.closedOn, closeReason: ours(closureReasons, referral.closureReason) ?? null, closureLine: referral.closureLine ?? referral.line,
      assessments: referral.assessments.map((assessment) => ({
        id: assessment.identity, workId: idOf('work', assessment.identity), startedOn: assessment.startedOn, authorisedOn: assessment.authorisedOn, line: assessment.line,
        factors: assessment.factors.map((code) => ours(factorCodes, code) ?? code),
      })),
    })),
    keptAside: child.keptAside.map(({ identity, referralIdentity, ...kept }) => ({ id: identity, referralId: referralIdentity, ...kept })),
    findings: [...child.findings],
  }
}
