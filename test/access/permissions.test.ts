import { describe, expect, it } from 'vitest'
import { roles, type Actor, type Role } from '../../src/record/access/model.ts'
import { actions, may } from '../../src/record/access/permissions.ts'

/** What each role may do at all, sight of the people apart: the table of the code, told from the other side. */
const told: Readonly<Record<Role, string>> = {
  worker: 'account.own allegation.tell contact.record glass.break import.settle legal.advise legal.record legal.work output.send person.add person.exclude person.find record.read record.write staff.read team.read work.do',
  manager: 'account.own allegation.tell contact.decide contact.record decisions.read glass.break legal.advise legal.record legal.work output.agree output.send person.add person.exclude person.find person.mark record.read record.write sight.end staff.read team.read work.allocate work.decide work.do year.read',
  head: 'account.own allegation.tell contact.decide contact.record decisions.read glass.break legal.advise legal.record legal.work output.agree output.send person.add person.exclude person.find person.mark record.read record.write sight.end staff.read team.read work.allocate work.decide work.do year.read',
  businessSupport: 'account.own contact.record person.add person.find record.read staff.read team.read',
  records: 'account.own decisions.read output.send person.add person.exclude person.find person.mark person.merge record.read sight.end staff.read',
  administrator: 'account.own council.configure import.settle sight.end staff.read',
  privacy: 'account.own audit.read decisions.read glass.review staff.read',
  legal: 'account.own legal.advise legal.work person.find record.read staff.read',
  designatedOfficer: 'account.own allegation.keep allegation.tell person.find record.read staff.read',
  adoption: 'account.own adoption.keep staff.read',
  returns: 'account.own return.make staff.read year.read',
  partner: 'account.own',
}
const as = (role: Role): Actor => ({ id: '', kind: 'staff', name: '', email: null, jobTitle: null, qualified: false, roles: [role], teams: [], wide: [] })

describe('What a role may do', () => {
  it.each(roles)('%s: these things, and nothing else', (role) => {
    expect(actions.filter((action) => may(as(role), action)).toSorted().join(' ')).toBe(told[role])
  })
})
