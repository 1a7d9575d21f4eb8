import { closureReasons, primaryNeeds } from '../../../../content/codes/work.ts'
import { dayInWords, isPlainDate } from '../../../kernel/dates.ts'
import { notFound, type Problem } from '../../../kernel/errors.ts'
import { Day, Id, optional, shape } from '../../../kernel/shape.ts'
import { Type, type Static } from '@sinclair/typebox'
import { command, query } from '../../../record/access/act.ts'
import { idsOf, sightOf } from '../../../record/people/queries.ts'
import type { Case } from '../model/case.ts'
import * as store from '../store/cases.ts'

const Code = Type.String({ pattern: '^[a-z][A-Za-z]*$', maxLength: 40 })
const KeepCase = shape({ personId: Id, referralId: Id, primaryNeed: optional(Code), closedOn: optional(Day), closeReason: optional(Code) })

/** A child's referrals, newest first: why we help, and whether the case is open. */
export const casesOf = query('contacts.cases', shape({ id: Id }), {
  may: 'record.read',
  run: async (asking, { id }) => {
    const known = await sightOf(asking, id)
    if (known.sight !== 'full') throw notFound('These details are not open to you. Ask the worker.')
    asking.saw([known.id])
    return { id: known.id, cases: await store.cases(asking.db, await idsOf(asking, [known.id])) }
  },
})

function problemsOf(said: Static<typeof KeepCase>, one: Case, today: string): Problem[] {
  const problems: Problem[] = []
  const known = (codes: readonly { code: string }[], code: string | undefined) => code === undefined || codes.some((each) => each.code === code)
  if (!known(primaryNeeds.codes, said.primaryNeed)) problems.push({ question: 'primaryNeed', problem: 'Choose the main reason for our help.' })
  if (!known(closureReasons.codes, said.closeReason)) problems.push({ question: 'closeReason', problem: 'Choose why the case is closed.' })
  if (said.closedOn && !isPlainDate(said.closedOn)) problems.push({ question: 'closedOn', problem: 'Give the day as in 3/10/2025.' })
  else if (said.closedOn && said.closedOn > today) problems.push({ question: 'closedOn', problem: 'This day has not come yet. Close the case on the day.' })
  else if (said.closedOn && said.closedOn < one.receivedOn) problems.push({ question: 'closedOn', problem: `The referral came on ${dayInWords(one.receivedOn)}. The case is closed on that day or later.` })
  if (said.closedOn && !said.closeReason) problems.push({ question: 'closeReason', problem: 'Choose why the case is closed.' })
  if (!said.closedOn && said.closeReason) problems.push({ question: 'closedOn', problem: 'Give the day on which the case was closed.' })
  return problems
}

/** Says the main reason for our help, closes the case of one child, or corrects either. Without a day the case is open, again where it was closed. */
export const keepCase = command('contacts.keepCase', KeepCase, {
  may: 'record.write',
  people: ({ personId }) => [personId],
  run: async (asking, said) => {
    const ids = await idsOf(asking, [said.personId])
    const one = (await store.cases(asking.db, ids)).find(({ referralId }) => referralId === said.referralId)
    if (!one) throw notFound('We could not find that referral.')
    const problems = problemsOf(said, one, asking.today)
    if (problems.length > 0) return { problems }
    const closedOn = said.closedOn && isPlainDate(said.closedOn) ? said.closedOn : null
    await store.keepCase(asking.db, ids, said.referralId, { primaryNeed: said.primaryNeed ?? null, closedOn, closeReason: said.closeReason ?? null, at: asking.now })
    const closes = closedOn !== null && closedOn !== one.closedOn
    return { answer: { referralId: said.referralId }, ...(closes ? { happened: [{ kind: 'referral.closed', people: [said.personId], on: closedOn, subject: { kind: 'referral', id: said.referralId } }] } : {}) }
  },
})
