import { chownSync, copyFileSync, chmodSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import { StartFault } from '../start/fault.ts'

/** Where another machine finds the embedded database; with the certificate it shows there. */
export type Reach = Readonly<{ host: string; port: number; tls?: Readonly<{ cert: string; key: string }> }>

const isHere = (host: string): boolean => host.startsWith('127.') || host === 'localhost'

/** `KITH_DATABASE_AT`, as `10.0.0.5:7432`. Beyond this machine only with a certificate. @throws StartFault */
export function reachFrom(settings: Readonly<Record<string, string | undefined>>): Reach | undefined {
  const given = settings['KITH_DATABASE_AT']
  if (!given) return undefined
  const [, host = '', port = ''] = /^([\w.-]+):(\d+)$/.exec(given) ?? []
  if (Number(port) < 1 || Number(port) > 65_535 || !(isIP(host) === 4 || host === 'localhost')) throw new StartFault('KITH_DATABASE_AT is not clear. It is an address of this machine and a port, as 10.0.0.5:7432.')
  if (isHere(host)) return { host: '127.0.0.1', port: Number(port) }
  const [cert, key] = [settings['KITH_TLS_CERT'], settings['KITH_TLS_KEY']]
  if (!cert || !key) throw new StartFault('KITH_DATABASE_AT names an address that other machines reach, and the record never travels in the open. Give a certificate as KITH_TLS_CERT and KITH_TLS_KEY too.')
  return { host, port: Number(port), tls: { cert, key } }
}

/** What PostgreSQL is set to for it. The key is copied to where the database's own user may read it and nobody else. */
export function settingsOfReach(reach: Reach | undefined, dataFolder: string, owner: Readonly<{ uid: number; gid: number }> | undefined): Readonly<Record<string, string>> {
  if (!reach) return {}
  // What a standby that was away for a while still needs.
  const kept = { wal_keep_size: '2GB', wal_sender_timeout: '10s' }
  if (!reach.tls) return kept
  const [hba, cert, key] = ['postgres-hba.conf', 'postgres-tls.crt', 'postgres-tls.key'].map((name) => join(dataFolder, name))
  if (!hba || !cert || !key) return kept
  try {
    copyFileSync(reach.tls.cert, cert)
    copyFileSync(reach.tls.key, key)
    writeFileSync(hba, ['host all all 127.0.0.1/32 scram-sha-256', 'host replication all 127.0.0.1/32 scram-sha-256', 'hostssl all kith all scram-sha-256', 'hostssl replication kith all scram-sha-256', ''].join('\n'))
    for (const file of [hba, cert, key]) {
      chmodSync(file, 0o600)
      if (owner) chownSync(file, owner.uid, owner.gid)
    }
  } catch {
    throw new StartFault('The certificate of KITH_TLS_CERT and KITH_TLS_KEY cannot be read. Look whether both files are there and whether Kith may read them.')
  }
  return { ...kept, listen_addresses: `127.0.0.1,${reach.host}`, ssl: 'on', ssl_cert_file: cert, ssl_key_file: key, hba_file: hba }
}
