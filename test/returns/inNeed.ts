import type { Pool } from 'pg'
import { newId } from '../../src/kernel/ids.ts'

/** Isla and Leo were referred, an enquiry was made, a conference decided a plan for Leo. As the product's own commands write it. */
export async function inNeed(owner: Pool, id: Readonly<{ isla: string; leo: string }>): Promise<void> {
  const [referral, enquiry, meeting, plan] = [newId(), newId(), newId(), newId()]
  const client = await owner.connect()
  const write = async (table: string, rows: readonly object[]) => client.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])
  const at = { recorded_at: '2026-01-05T10:00:00Z', domain: 'children', version: 1 }
  await client.query('begin; set local role kith_gate')
  await write('contacts.referral', [{ id: referral, ...at, received_on: '2026-01-05', source_code: 'school', primary_need: 'abuseOrNeglect', no_further_action: false }])
  await write('contacts.referral_person', [id.isla, id.leo].map((person_id) => ({ referral_id: referral, person_id, domain: 'children' })))
  await write('protection.enquiry', [{ id: enquiry, ...at, recorded_at: '2026-01-12T10:00:00Z', joint: false, initiated_on: '2026-01-12', state: 'finished', finished_on: '2026-01-20' }])
  await write('protection.enquiry_person', [{ enquiry_id: enquiry, person_id: id.leo, domain: 'children', outcome: 'conference' }])
  await write('meetings.meeting', [{ id: meeting, ...at, kind: 'initialConference', state: 'held', on_day: '2026-01-28', subject_kind: 'enquiry', subject_id: enquiry, words: '', recorded_at: '2026-01-20T10:00:00Z', held_at: '2026-01-28T15:00:00Z' }])
  await write('meetings.meeting_person', [{ meeting_id: meeting, person_id: id.leo, domain: 'children' }])
  await write('meetings.decision', [{ meeting_id: meeting, person_id: id.leo, domain: 'children', kind: 'initialConference', state: 'held', outcome: 'protectionPlan', category: 'neglect' }])
  await write('plans.plan', [{ id: plan, ...at, kind: 'protectionPlan', state: 'current', started_on: '2026-01-28', words: '', drifts: false }])
  await client.query(`insert into plans.plan_person (plan_id, person_id, domain, kind, conference_id, conference_kind, category, first_category, started_on, recorded_at) values ($1, $2, 'children', 'protectionPlan', $3, 'initialConference', 'neglect', 'neglect', '2026-01-28', '2026-01-28T15:00:00Z')`, [plan, id.leo, meeting])
  await client.query('commit')
  client.release()
}
