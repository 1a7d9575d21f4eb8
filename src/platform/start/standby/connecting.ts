import pg from 'pg'

const isHere = (host: string): boolean => host.startsWith('127.') || host === 'localhost'

/**
 * A connection to one of the two databases. Over TLS wherever the other is another machine; that it is the right one is shown by the password,
 * which neither tells the other (SCRAM) and which is bound to the channel where the other offers that.
 */
export function connectionTo(url: string, more: Readonly<{ replication?: boolean; seconds?: number }> = {}): pg.Client {
  const at = new URL(url)
  if (more.replication) at.searchParams.set('replication', 'true')
  const client = new pg.Client({ connectionString: at.href, application_name: 'kith-pair', connectionTimeoutMillis: (more.seconds ?? 5) * 1_000, ...(isHere(at.hostname) ? {} : { ssl: { rejectUnauthorized: false }, enableChannelBinding: true }) })
  client.on('error', () => undefined)
  return client
}

/** Asks one question of the database at this address, or nothing when it does not answer in time. */
export async function asked<Row extends pg.QueryResultRow>(url: string, text: string, values: readonly unknown[] = [], seconds = 3): Promise<Row[] | undefined> {
  const client = connectionTo(url, { seconds })
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), seconds * 1_000)
  try {
    const work = client.connect().then(() => client.query<Row>(text, [...values])).then(({ rows }) => rows, () => undefined)
    return await Promise.race([work, late.promise])
  } finally {
    clearTimeout(timer)
    void client.end().catch(() => undefined)
  }
}

/** What libpq needs to follow it (PostgreSQL 18, 34.1.2). */
export function conninfoOf(url: string, name: string): string {
  const at = new URL(url)
  const words = { host: at.hostname, port: at.port || '5432', user: decodeURIComponent(at.username), password: decodeURIComponent(at.password), application_name: name, connect_timeout: '5', ...(isHere(at.hostname) ? {} : { sslmode: 'require', channel_binding: 'require' }) }
  return Object.entries(words).map(([key, value]) => `${key}='${value.replace(/[\\']/g, '\\$&')}'`).join(' ')
}
