import type { Actor, Role, Via } from './model.ts'

/** Who may do what, as data: one line an action. Sight of the people concerned is asked besides, by the database. */
const table = {
  'record.read': ['worker', 'manager', 'head', 'legal', 'records', 'businessSupport', 'designatedOfficer'],
  'record.write': ['worker', 'manager', 'head'],
  'legal.record': ['worker', 'manager', 'head'],
  // what happens in pre-proceedings and in court; and advice, for whom the database lets at it (rule 19)
  'legal.work': ['worker', 'manager', 'head', 'legal'],
  'legal.advise': ['worker', 'manager', 'head', 'legal'],
  // an allegation against a professional: told by whoever hears of it, kept by the designated officer alone (rule 19)
  'allegation.tell': ['worker', 'manager', 'head', 'designatedOfficer'],
  'allegation.keep': ['designatedOfficer'],
  'person.find': ['worker', 'manager', 'head', 'businessSupport', 'records', 'legal', 'designatedOfficer'],
  'person.add': ['worker', 'manager', 'head', 'businessSupport', 'records'],
  'person.merge': ['records'],
  'person.mark': ['manager', 'head', 'records'],
  'person.exclude': ['worker', 'manager', 'head', 'records'],
  // an administrator takes sight away, and gives none: the database asks
  'sight.end': ['manager', 'head', 'records', 'administrator'],
  'adoption.keep': ['adoption'],
  'glass.break': ['worker', 'manager', 'head'],
  'glass.review': ['privacy'],
  'contact.record': ['worker', 'manager', 'head', 'businessSupport'],
  'contact.decide': ['manager', 'head'],
  'work.do': ['worker', 'manager', 'head'],
  'work.allocate': ['manager', 'head'],
  'decisions.read': ['manager', 'head', 'records', 'privacy'],
  'work.decide': ['manager', 'head'],
  'team.read': ['worker', 'manager', 'head', 'businessSupport'],
  // rule 16: sharing and exporting, by care or records role; the second person is one who manages
  'output.send': ['worker', 'manager', 'head', 'records'],
  'output.agree': ['manager', 'head'],
  'council.configure': ['administrator'],
  // a worker only what that account brought in itself: the database asks (exchange.may_settle)
  'import.settle': ['administrator', 'worker'],
  'staff.read': ['worker', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'adoption', 'returns'],
  'account.own': ['worker', 'manager', 'head', 'businessSupport', 'records', 'administrator', 'privacy', 'legal', 'designatedOfficer', 'adoption', 'returns', 'partner'],
  // a return is seen whole by its own role only; the record behind it only as far as the role's other sight goes
  'return.make': ['returns'],
  // its numbers: whole for the return's own role, else as far as one sees, and of others as rule 23 masks them
  'year.read': ['manager', 'head', 'returns'],
  'audit.read': ['privacy'],
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof table
const isAction = (name: string): name is Action => Object.hasOwn(table, name)
/** Everything that a permission is asked for. */
export const actions: readonly Action[] = Object.keys(table).filter(isAction)

/** Whether the actor's roles hold for the action. */
export const may = (actor: Actor, action: Action): boolean => {
  const holders: readonly Role[] = table[action]
  return actor.roles.some((role) => holders.includes(role))
}

/**
 * By which door an account may come at all: a machine account by the feed that it was made for, which is no page and not the open interface (access policy, rule 13); a
 * citizen's account by the portal, which there is not yet (rule 12).
 */
export const comesBy = ({ kind }: Actor, via: Via): boolean => (kind === 'portal' ? false : kind !== 'machine' || (via !== 'page' && via !== 'api'))
