import { assessmentRow, characteristicsRow, detailsRow, disabilityRow, enquiryRow, headerRow, identifiersRow, planRow, protectionRow, reviewRow, type CensusChild, type CensusHeaderRow, type Said } from '../../../../content/returns/cin/rows.ts'

/** An element of a census, read from a file or told by the record. */
export type Element = Readonly<{ name: string; text: string; within: readonly Element[] }>

const none: readonly Element[] = []
const all = (element: Element | undefined, name: string): readonly Element[] => element?.within.filter((inner) => inner.name === name) ?? none
const one = (element: Element | undefined, name: string): Element | undefined => element?.within.find((inner) => inner.name === name)
const saidIn = (element: Element | undefined): Said => (name) => one(element, name)?.text.trim() ?? ''

/** The header as the rules read it. */
export const censusHeader = (element: Element): CensusHeaderRow => {
  const [details, source] = [saidIn(one(element, 'CollectionDetails')), saidIn(one(element, 'Source'))]
  return headerRow(1, (name) => details(name) || source(name))
}

/** Makes children of their elements; the rows of each module are counted through the whole file, from 1. */
export function censusChildren(): (element: Element) => CensusChild {
  const counts = new Map<string, number>()
  const next = (module: string): number => {
    const at = (counts.get(module) ?? 0) + 1
    counts.set(module, at)
    return at
  }
  return (element) => {
    const identifiers = identifiersRow(next('ChildIdentifiers'), saidIn(one(element, 'ChildIdentifiers')))
    const characteristics = all(element, 'ChildCharacteristics')
    return {
      id: identifiers.LAchildID,
      identifiers,
      characteristics: characteristics.map((each) => characteristicsRow(next('ChildCharacteristics'), saidIn(each))),
      disabilities: characteristics.flatMap((each) => all(each, 'Disabilities')).flatMap((each) => all(each, 'Disability')).map(({ text }) => disabilityRow(next('Disabilities'), () => text.trim())),
      details: all(element, 'CINdetails').map((each) => detailsRow(next('CINdetails'), saidIn(each), {
        assessments: all(each, 'Assessments').map((row) => assessmentRow(next('Assessments'), saidIn(row), all(one(row, 'FactorsIdentifiedAtAssessment'), 'AssessmentFactors').map(({ text }) => text.trim()).filter((factor) => factor !== ''))),
        plans: all(each, 'CINPlanDates').map((row) => planRow(next('CINplanDates'), saidIn(row))),
        enquiries: all(each, 'Section47').map((row) => enquiryRow(next('Section47'), saidIn(row))),
        protection: all(each, 'ChildProtectionPlans').map((row) => protectionRow(next('ChildProtectionPlans'), saidIn(row), all(row, 'Reviews').flatMap((reviews) => all(reviews, 'CPPreviewDate')).map(({ text }) => reviewRow(next('Reviews'), () => text.trim())))),
      })),
    }
  }
}
