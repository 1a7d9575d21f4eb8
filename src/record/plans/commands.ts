import { isPlainDate } from '../../kernel/dates.ts'
import { conflict } from '../../kernel/errors.ts'
import { command } from '../access/act.ts'
import { keepInStep } from '../work/standing/step.ts'
import { ChangePlan, EndPlan, FinishAction } from './model.ts'
import * as register from './register.ts'
import * as store from './store.ts'

/** Changes what a plan says, with the reason: a new version, and the one before stays. */
export const changePlan = command('plans.change', ChangePlan, {
  may: 'record.write',
  people: ({ planId }, db) => store.peopleOfPlan(db, planId),
  run: async (asking, { planId, version, ...change }) => {
    const plan = await register.planFor(asking, planId)
    if (plan.state === 'ended') return { problems: [{ question: 'reason', problem: 'This plan has ended. It is kept as it was.' }] }
    if (plan.version !== version) throw conflict('Somebody else has changed this plan since you opened it. Open it again: what you wrote is kept beside it.')
    const on = new Set(plan.people.map((person) => person.personId))
    if (change.needs.some((need) => [...(need.about ?? []), ...need.actions.flatMap((action) => action.about ?? [])].some((id) => !on.has(id)))) return { problems: [{ question: 'needs', problem: 'One of these lines is about somebody who is not on the plan.' }] }
    const now = await register.changePlan(asking, plan, change)
    return { answer: { version: now }, happened: [{ kind: 'plan.changed', people: plan.people.filter((person) => !person.endedOn).map((person) => person.personId), on: asking.today, subject: { kind: 'plan', id: planId } }] }
  },
})

/** An action is done: on which day, and what shows it. */
export const finishAction = command('plans.finishAction', FinishAction, {
  may: 'record.write',
  people: ({ planId }, db) => store.peopleOfPlan(db, planId),
  run: async (asking, { planId, line, doneOn, evidence }) => {
    if (!isPlainDate(doneOn) || doneOn > asking.today) return { problems: [{ question: 'doneOn', problem: 'Give the day it was done: today or before.' }] }
    if ((await store.finishAction(asking.db, planId, line, doneOn, evidence.trim())) === 0) return { problems: [{ question: 'line', problem: 'This is done already, or no longer part of the plan.' }] }
    return { answer: { done: true } }
  },
})

/** Reasons that end a child protection plan without a conference: nobody decides them. */
const withoutMeeting: readonly string[] = ['moved', 'eighteen', 'died', 'lookedAfter']

/** Ends a plan for some of its people, with the reason. A child protection plan is ended by a review conference, or by what nobody decides. */
export const endPlan = command('plans.end', EndPlan, {
  may: 'record.write',
  people: ({ planId }, db) => store.peopleOfPlan(db, planId),
  run: async (asking, { planId, people, on, reason, words }) => {
    const plan = await register.planFor(asking, planId)
    if (!isPlainDate(on) || on > asking.today || on < plan.startedOn) return { problems: [{ question: 'on', problem: 'Give the day it ended: not before it began, and not a day to come.' }] }
    if (plan.kind === 'protectionPlan' && !withoutMeeting.includes(reason)) return { problems: [{ question: 'reason', problem: 'A child protection plan ends at a review conference. Arrange one, or choose what ended it by itself.' }] }
    const still = plan.people.filter((person) => !person.endedOn).map((person) => person.personId)
    if (people.some((id) => !still.includes(id))) return { problems: [{ question: 'people', problem: 'The plan has ended for one of them already.' }] }
    const happened = await register.endPlanFor(asking, planId, people, { on, reason, words })
    await keepInStep(asking, people)
    await register.letChairsGo(asking, people)
    return { answer: { ended: people.length }, happened }
  },
})
