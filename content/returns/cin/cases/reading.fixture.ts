import { plain } from '../../../../src/kernel/dates.ts'
import {
  assessmentRow, censusOf, characteristicsRow, detailsRow, disabilityRow, enquiryRow, headerRow, identifiersRow, planRow, protectionRow, reviewRow,
  type CensusChild, type CensusOf, type Identifiers, type Said,
} from '../rows.ts'

/**
 * A rule and both its sides, as rows of one child in the order of the file: what follows a `CINdetails` stands in it, a `Reviews` in the
 * plan before it. What is not said is blank. Two children are divided by `---`. The year is 2026 unless the case says another.
 */
export type Case = readonly [rule: string, breaks: readonly string[], keeps: readonly string[], year?: number]

type Line = Readonly<{ module: string; said: Said }>
const lineOf = (text: string): Line => {
  const [module = '', ...cells] = text.split(' ')
  const told = new Map(cells.map((cell) => { const [name = '', value = ''] = cell.split('='); return [name, value] as const }))
  return { module, said: (element) => told.get(element) ?? '' }
}

export function censusFor(lines: readonly string[], year = 2026): CensusOf {
  const header = lines.map(lineOf).find(({ module }) => module === 'Header') ?? lineOf(`Header Year=${year} ReferenceDate=${year}-03-31`)
  return censusOf(year, headerRow(1, header.said), plain)
}

/** The child that the lines tell of; `wrap` sees every row. */
export function censusChild(lines: readonly string[], wrap: <R extends object>(row: R) => R = (row) => row): CensusChild {
  const counts = new Map<string, number>()
  const at = (module: string) => { const next = (counts.get(module) ?? 0) + 1; counts.set(module, next); return next }
  let identifiers: Identifiers = wrap(identifiersRow(1, () => ''))
  const characteristics: CensusChild['characteristics'][number][] = []
  const disabilities: CensusChild['disabilities'][number][] = []
  type Open = { said: Said; at: number; assessments: ReturnType<typeof assessmentRow>[]; plans: ReturnType<typeof planRow>[]; enquiries: ReturnType<typeof enquiryRow>[]; protection: { said: Said; at: number; reviews: ReturnType<typeof reviewRow>[] }[] }
  const details: Open[] = []
  const last = (): Open => details.at(-1) ?? (details.push({ said: () => '', at: at('CINdetails'), assessments: [], plans: [], enquiries: [], protection: [] }), details.at(-1)!)
  for (const { module, said } of lines.map(lineOf)) {
    if (module === 'ChildIdentifiers') identifiers = wrap(identifiersRow(at(module), said))
    else if (module === 'ChildCharacteristics') characteristics.push(wrap(characteristicsRow(at(module), said)))
    else if (module === 'Disabilities') disabilities.push(wrap(disabilityRow(at(module), said)))
    else if (module === 'CINdetails') details.push({ said, at: at(module), assessments: [], plans: [], enquiries: [], protection: [] })
    else if (module === 'Assessments') last().assessments.push(wrap(assessmentRow(at(module), said, said('AssessmentFactors').split(',').filter((factor) => factor !== ''))))
    else if (module === 'CINplanDates') last().plans.push(wrap(planRow(at(module), said)))
    else if (module === 'Section47') last().enquiries.push(wrap(enquiryRow(at(module), said)))
    else if (module === 'ChildProtectionPlans') last().protection.push({ said, at: at(module), reviews: [] })
    else if (module === 'Reviews') last().protection.at(-1)!.reviews.push(wrap(reviewRow(at(module), said)))
    else if (module !== 'Header') throw new Error(`no module ${module}`)
  }
  return {
    id: identifiers.LAchildID, identifiers, characteristics, disabilities,
    details: details.map((each) => wrap(detailsRow(each.at, each.said, { ...each, protection: each.protection.map((plan) => wrap(protectionRow(plan.at, plan.said, plan.reviews))) }))),
  }
}
