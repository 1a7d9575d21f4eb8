import { addMonths, type PlainDate } from '../../../kernel/dates.ts'
import { councilSettings } from '../../../record/access/council.ts'
import type { Asking } from '../../../record/access/model.ts'
import { careRead } from '../../../record/care/returns/facts.ts'
import { childrenInNeed } from '../cin/whole.ts'
import { knownOf, needRows } from '../cin/store.ts'
import type { Span } from '../cin/model.ts'
import type { AdopterHousehold, AnnexChild, Around, Council } from './model.ts'
import * as store from './store.ts'

export const around = (on: PlainDate): Around => ({ on, halfYear: addMonths(on, -6), year: addMonths(on, -12) })

const by = <Row extends { personId: string }>(rows: readonly Row[]) => Map.groupBy(rows, (one) => one.personId)

/** Everybody whom the lists may name, with what they ask: as the record tells today of that day. For the role that reads everybody. */
export async function annexFacts(asking: Asking, on: PlainDate): Promise<Readonly<{ children: readonly AnnexChild[]; adopters: readonly AdopterHousehold[]; council: Council }>> {
  const { db } = asking
  const when = around(on)
  const span: Span = { year: Number(on.slice(0, 4)), opens: when.year, closes: on, until: on, knownOn: asking.today }
  const [facts, care, contacts, worked, seen, assessed, protectedOn, adopters, settings] = await Promise.all([
    needRows(db, span), careRead(asking, when.year, on), store.contactsOf(db, when), store.workedOf(db, on), store.seenOf(db, when), store.assessedOf(db, when), store.protectedOf(db, when), store.adoptersOf(db, when), councilSettings(db),
  ])
  const needs = new Map(childrenInNeed({ ...facts, known: [] }).map((one) => [one.personId, one]))
  const people = [...new Set([...needs.keys(), ...care.people, ...contacts.map((one) => one.personId)])].sort()
  const known = by(await knownOf(db, asking.today, people))
  const [ofContact, ofWork, ofSeen, ofAssessed, ofProtected] = [by(contacts), by(worked), by(seen), by(assessed), by(protectedOn)]
  const [periods, placements, statuses, cared] = [by(care.periods), by(care.placements), by(care.statuses), by(care.facts)]
  const children = people.map((personId): AnnexChild => ({
    personId,
    need: { ...(needs.get(personId) ?? { personId, referrals: [], assessments: [], plans: [], conferences: [], enquiries: [], beside: [] }), known: known.get(personId) ?? [] },
    contacts: ofContact.get(personId) ?? [], worked: ofWork.get(personId) ?? [], seen: ofSeen.get(personId) ?? [], assessed: ofAssessed.get(personId) ?? [], protectedOn: ofProtected.get(personId) ?? [],
    periods: periods.get(personId) ?? [], placements: placements.get(personId) ?? [], statuses: statuses.get(personId) ?? [], facts: cared.get(personId) ?? [],
  }))
  return { children, adopters, council: { name: settings.name, districts: settings.area.split(/[\s,]+/).filter((part) => part !== '') } }
}
