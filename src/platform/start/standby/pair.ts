import { Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { asked } from './connecting.ts'
import type { Pair } from './model.ts'

const key = 'standby'
const schema = Type.Object({ standbyAt: Type.String(), waits: Type.Boolean(), tookOverAt: Type.Optional(Type.String()) })

/** The same database owner at another address: both have the one password. */
export const ownerAt = (ownerUrl: string, at: string): string => {
  const [host = '', port = ''] = at.split(':')
  return Object.assign(new URL(ownerUrl), { hostname: host, port }).href
}

/** What the record says of the two. A council that has no settings yet has no standby. */
export async function readPair(ownerUrl: string): Promise<Pair | undefined> {
  const rows = await asked<{ value: unknown }>(ownerUrl, `select value from ops.setting where key = $1 and superseded_at is null`, [key])
  const value = rows?.[0]?.value
  return Value.Check(schema, value) ? value : undefined
}

/** Writes it down. @returns whether it was kept */
export async function keepPair(ownerUrl: string, pair: Pair | undefined): Promise<boolean> {
  const rows = await asked(ownerUrl, `
    insert into ops.setting (id, key, value, why) values (gen_random_uuid(), $1, $2::jsonb, 'The two databases of this council')
    on conflict (key) where superseded_at is null do update set value = excluded.value, recorded_at = now() returning 1 as kept`, [key, JSON.stringify(pair ?? null)], 10)
  return rows?.length === 1
}

/** Whether the standby is a primary by now: it took over from whoever asks. */
export async function tookOver(ownerUrl: string, pair: Pair): Promise<boolean> {
  const rows = await asked<{ follows: boolean }>(ownerAt(ownerUrl, pair.standbyAt), 'select pg_is_in_recovery() as follows')
  return rows?.[0]?.follows === false
}
