import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/platform/db/embedded.ts'

/**
 * A database for one proof or measurement: on the server that `KITH_TEST_DATABASE` names, else on a server of its own.
 * Empty, or a copy of one that this function made and nobody is connected to.
 */
export async function ownDatabase(purpose: string, copyOf?: string): Promise<{ ownerUrl: string; drop: () => Promise<void> }> {
  const server = process.env.KITH_TEST_DATABASE ?? (copyOf && new URL('/postgres', copyOf).href)
  if (!server) {
    const dataFolder = mkdtempSync(join(tmpdir(), `kith-${purpose}-`))
    const embedded = await startEmbedded({ dataFolder, log: () => undefined, disposable: true })
    return {
      ownerUrl: embedded.ownerUrl,
      drop: async () => {
        await embedded.stop()
        rmSync(dataFolder, { recursive: true, force: true })
      },
    }
  }
  const name = `kith_${purpose}_${process.pid}`
  const asOwner = async (statement: string) => {
    const client = new pg.Client({ connectionString: server })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  await asOwner(copyOf ? `create database ${name} template ${new URL(copyOf).pathname.slice(1)}` : `create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return { ownerUrl: url.href, drop: () => asOwner(`drop database if exists ${name} with (force)`) }
}
