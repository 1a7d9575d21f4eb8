import type pg from 'pg'
import { newId } from '../../src/kernel/ids.ts'

type Membership = { team?: string | undefined; role: string }

/** Makes teams and staff straight in the tables, as the owner: a council to tell stories in. */
export function makeCouncil(owner: pg.Pool) {
  const team = async (name: string, kind = 'team', parent?: string): Promise<string> => {
    const id = newId()
    await owner.query('insert into access.team (id, name, kind, parent_id) values ($1, $2, $3, $4)', [id, name, kind, parent ?? null])
    return id
  }
  const actor = async (name: string, memberships: Membership[], more: { kind?: string; qualified?: boolean; personId?: string } = {}): Promise<string> => {
    const id = newId()
    await owner.query('insert into access.actor (id, kind, name, email, qualified, person_id) values ($1, $2, $3, $4, $5, $6)',
      [id, more.kind ?? 'staff', name, `${id}@example.org`, more.qualified ?? true, more.personId ?? null])
    for (const m of memberships) {
      await owner.query('insert into access.membership (id, actor_id, team_id, role) values ($1, $2, $3, $4)', [newId(), id, m.team ?? null, m.role])
    }
    return id
  }
  return { team, actor }
}

/** The usual small council: a front door, two family teams under one service, and who works there. */
export async function usualCouncil(owner: pg.Pool) {
  // A second factor has tests of its own.
  await owner.query(`insert into ops.setting (id, key, value) values ($1, 'identity.secondFactor', '"offered"') on conflict do nothing`, [newId()])
  const make = makeCouncil(owner)
  const directorate = await make.team('Children and families', 'directorate')
  const service = await make.team('Family support', 'service', directorate)
  const frontDoor = await make.team('Front door', 'frontDoor', directorate)
  const one = await make.team('Family Support 1', 'team', service)
  const two = await make.team('Family Support 2', 'team', service)
  return {
    ...make,
    teams: { directorate, service, frontDoor, one, two },
    frontDoorWorker: await make.actor('Ffion Doorley', [{ team: frontDoor, role: 'worker' }]),
    frontDoorManager: await make.actor('Marcus Gate', [{ team: frontDoor, role: 'manager' }]),
    worker: await make.actor('Priya Nair', [{ team: two, role: 'worker' }]),
    manager: await make.actor('Tom Hughes', [{ team: two, role: 'manager' }]),
    otherWorker: await make.actor('Sam Price', [{ team: one, role: 'worker' }]),
    head: await make.actor('Ngozi Head', [{ team: directorate, role: 'head' }]),
    businessSupport: await make.actor('Bea Support', [{ team: two, role: 'businessSupport' }]),
    administrator: await make.actor('Ade Admin', [{ role: 'administrator' }]),
    records: await make.actor('Rhys Records', [{ role: 'records' }]),
    privacy: await make.actor('Paula Privacy', [{ role: 'privacy' }]),
  }
}
