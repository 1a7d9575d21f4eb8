import { expect, it } from 'vitest'
import { commands } from '../../src/modules.ts'

/** The acts of which the policy says that they ask again who one is (rule 16), and those that change what anybody may see or do (rules 9 and 15), by the commands that do them. */
const asksAgain: Readonly<Record<string, readonly string[]>> = {
  'a change of marking': ['access.markPerson', 'access.nameOnList', 'access.takeOffList', 'people.sealAdoption', 'people.nameForAdoption', 'people.takeOffAdoption'],
  'a merge': ['people.merge', 'people.unmerge'],
  'break-glass': ['access.breakGlass'],
  'a grant of sight, its end, or being kept away': ['access.grant', 'access.endGrant', 'access.decideSight', 'access.exclude', 'access.endExclusion', 'access.tieOwnRecord'],
  'accounts, teams, roles': ['staff.keepAccount', 'staff.setActive', 'staff.setPassword', 'staff.keepTeam', 'staff.beginRole', 'staff.endRole', 'staff.endSessions', 'staff.askRecovery', 'staff.witnessRecovery', 'staff.tieCouncilSignIn', 'council.changeSecondFactor'],
  'one’s own password and second factor': ['account.changePassword', 'account.removeFactor'],
}

it.each(Object.entries(asksAgain))('Asks again who one is: %s', (_act, names) => {
  expect(names.map((name) => [name, commands.find((one) => one.name === name)?.fresh])).toEqual(names.map((name) => [name, true]))
})

it('No command that only those may do who mark, merge, keep adoptions or configure accounts is left out', () => {
  const listed = new Set(Object.values(asksAgain).flat())
  const sensitive = commands.filter((one) => ['person.mark', 'person.merge', 'adoption.keep', 'sight.end'].includes(one.may) || one.name.startsWith('staff.')).map((one) => one.name)
  expect(sensitive.filter((name) => !listed.has(name))).toEqual(['people.sayTwoPeople', 'people.endHiding'])
})
