import type { RuledPage } from '../../../engine/returns/model.ts'

const legal = { code: { ssda903: 'Episodes.LS' }, from: { ssda903: 'Episodes.DECOM' }, to: { ssda903: 'Episodes.DEC' } }
/** Facts and numbers of a person, by their kind. No return reads the NHS number: its form alone is checked, when it is kept. */
const known: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>> = {
  fact: {
    bornOn: { ssda903: 'Header.DOB', cin: 'ChildIdentifiers.PersonBirthDate' }, dueOn: { cin: 'ChildIdentifiers.ExpectedPersonBirthDate' }, diedOn: { cin: 'ChildIdentifiers.PersonDeathDate' },
    sex: { ssda903: 'Header.SEX', cin: 'ChildIdentifiers.Sex ChildIdentifiers.GenderCurrent' }, ethnicity: { ssda903: 'Header.ETHNIC', cin: 'ChildCharacteristics.Ethnicity' }, disability: { cin: 'Disabilities.Disability' },
  },
  number: { upn: { ssda903: 'Header.UPN', cin: 'ChildIdentifiers.UPN ChildIdentifiers.UPNunknown' }, formerUpn: { cin: 'ChildIdentifiers.FormerUPN' }, localChildId: { cin: 'ChildIdentifiers.LAchildID' } },
}

/** Which fields of a person's pages write which columns of the returns. */
export const personPagesRuled: readonly RuledPage[] = [
  { key: 'person.case', path: '/people/:id/cases', fields: { primaryNeed: { cin: 'CINdetails.PrimaryNeedCode' }, closedOn: { cin: 'CINdetails.CINclosureDate' }, closeReason: { cin: 'CINdetails.ReasonForClosure' } } },
  { key: 'legal.new', path: '/people/:id/legal/new', fields: legal },
  { key: 'legal.change', path: '/people/:id/legal/:order', fields: { ...legal, on: { ssda903: 'Episodes.DEC' } } },
  { key: 'person.born', path: '/people/:id/born', when: { what: 'born' }, fields: { bornOn0: { cin: 'ChildIdentifiers.PersonBirthDate ChildIdentifiers.ExpectedPersonBirthDate' }, sex0: { cin: 'ChildIdentifiers.Sex ChildIdentifiers.GenderCurrent' } } },
  ...Object.entries(known).flatMap(([what, kinds]) => Object.entries(kinds).map(([kind, value]): RuledPage => ({ key: `person.${kind}`, path: '/people/:id/details', when: { what, kind }, fields: { value } }))),
]
