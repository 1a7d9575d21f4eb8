import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lists } from '../../../../content/returns/annexA/lists.ts'
import * as codes from '../../../../content/returns/annexA/codes.ts'
import { careEndings, leaverActivity, leaverHomes, leaverInTouch } from '../../../../content/codes/care.ts'
import { contactSources } from '../../../../content/codes/contact.ts'
import { lookedAfterStatuses } from '../../../../content/codes/legalStatus.ts'
import { abuseCategories } from '../../../../content/codes/meetings.ts'
import { ethnicities } from '../../../../content/codes/person.ts'
import { earlierPlacements, placementKinds, placementProviders } from '../../../../content/codes/placements.ts'
import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'

const reference = resolve('../shared/reference/annex_a/lists.json')

describe('The lists of Annex A', () => {
  it.skipIf(!existsSync(reference))('have the columns, types and words of the given reference, each in its place', () => {
    const given: { lists: { columns: { name: string; can_be_blank: boolean; type: string; codes?: string[] }[] }[] } = JSON.parse(readFileSync(reference, 'utf8'))
    // The names of authorities are words here: the given list holds whatever councils have written.
    const known = given.lists.map(({ columns }) => columns.map(({ name, can_be_blank, type }) => [name, !can_be_blank, name === 'LA of Placement' ? 'text' : type]))
    expect(lists.map(({ columns }) => columns.map(({ name, required, type }) => [name, required === true, type]))).toEqual(known)
    for (const [at, { columns }] of lists.entries()) for (const [place, { words }] of columns.entries()) for (const word of words ?? []) expect(given.lists[at]?.columns[place]?.codes).toContain(word)
  })

  it.each([
    [ethnicities, codes.ethnicityOf, []], [contactSources, codes.sourceOf, []], [primaryNeeds, codes.needOf, []], [closureReasons, codes.closureOf, []], [abuseCategories, codes.abuseOf, []], [lookedAfterStatuses, codes.legalOf, []],
    [careEndings, codes.ceasedOf, []], [placementKinds, codes.placementOf, []], [earlierPlacements, codes.placementOf, []], [placementProviders, codes.providerOf, []], [leaverInTouch, codes.touchOf, []], [leaverHomes, codes.homeOf, []], [leaverActivity, codes.activityOf, ['notKnown']],
  ])('have a word for each of our codes of $title', (list, words, none) => {
    expect(list.codes.map(({ code }) => code).filter((code) => !words[code])).toEqual(none)
  })
})
