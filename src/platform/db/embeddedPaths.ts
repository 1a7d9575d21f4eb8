import { join } from 'node:path'

/** What lies where in a data folder. */
export function pathsIn(dataFolder: string) {
  return {
    cluster: join(dataFolder, 'postgres'),
    clusterInTheMaking: join(dataFolder, 'postgres-in-the-making'),
    links: join(dataFolder, 'postgres-libraries'),
    log: join(dataFolder, 'postgres.log'),
    password: join(dataFolder, 'postgres-password'),
    running: join(dataFolder, 'postgres/postmaster.pid'),
  }
}

export type Paths = ReturnType<typeof pathsIn>
