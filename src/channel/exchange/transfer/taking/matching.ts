import type { Asking } from '../../../../record/access/model.ts'
import { possiblySame, probablySame, type Hit } from '../../../../record/people/search/model.ts'
import { whoIsIt } from '../../../../record/people/search/queries.ts'
import type { Bundle, BundlePerson } from '../model.ts'

/** The name that somebody of a bundle goes by: the present legal one, else any. */
export function nameOf({ names }: BundlePerson): Readonly<{ given: string; family: string }> {
  const present = names.filter((one) => one.to === null)
  return present.find((one) => one.kind === 'legal') ?? present.at(-1) ?? names.at(-1) ?? { given: '', family: '' }
}
export const bornOf = ({ facts }: BundlePerson): string | null => facts.find((one) => one.kind === 'bornOn')?.value ?? null

/** Who somebody of the file may be here. `sure`: so alike that it is offered first; a person decides all the same. */
export type Candidate = Readonly<{ person: BundlePerson; hits: readonly Hit[]; kept: boolean; sure: string | null }>

/** Compares everybody of a bundle with those on record, as far as the reader may find them. */
export async function candidatesFor(asking: Asking, bundle: Bundle): Promise<readonly Candidate[]> {
  const described = bundle.people.map((person) => {
    const { given, family } = nameOf(person)
    const home = person.addresses.find((one) => one.to === null)
    const number = (kind: 'nhs' | 'upn') => person.identifiers.find((one) => one.kind === kind)?.value ?? null
    return { given: given.slice(0, 100), family: family.slice(0, 100), bornOn: bornOf(person), ...(home ? { lines: home.lines.join(', ').slice(0, 300), ...(home.postcode ? { postcode: home.postcode } : {}) } : {}), nhsNumber: number('nhs'), upn: number('upn') }
  })
  const found = await whoIsIt.of(asking, { people: described.slice(0, 30) })
  return bundle.people.map((person, at): Candidate => {
    const hits = (found[at]?.hits ?? []).filter((hit) => hit.score >= possiblySame).slice(0, 4)
    const [best, next] = hits
    return { person, hits, kept: (found[at]?.restricted.length ?? 0) > 0, sure: best && best.score >= probablySame && !(next && next.score >= probablySame) ? best.personId : null }
  })
}
