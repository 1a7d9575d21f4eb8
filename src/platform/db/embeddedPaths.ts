import { join } from 'node:path'

/** What lies where in a data folder. */
export function pathsIn(dataFolder: string) {
  return {
    cluster: join(dataFolder, 'postgres'),
    clusterInTheMaking: join(dataFolder, 'postgres-in-the-making'),
    links: join(dataFolder, 'postgres-libraries'),
    log: join(dataFolder, 'postgres.log'),
    password: join(dataFolder, 'postgres-password'),
    /** There while the cluster follows another one (PostgreSQL 18, 26.2.2). */
    follows: join(dataFolder, 'postgres/standby.signal'),
    /** What this server was set to while it runs, read after postgresql.conf. */
    ownSettings: join(dataFolder, 'postgres/postgresql.auto.conf'),
    running: join(dataFolder, 'postgres/postmaster.pid'),
  }
}

export type Paths = ReturnType<typeof pathsIn>
