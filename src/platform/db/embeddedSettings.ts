import { totalmem } from 'node:os'

const megabyte = 1_048_576

/** What a server for one council is set to. `disposable` is for tests only: faster, and a power cut would lose it. `more`: what this run asks besides. */
export function settingsFor(port: number, disposable: boolean, more: Readonly<Record<string, string>> = {}): readonly string[] {
  const memory = memoryHere()
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: disposable ? 300 : 100,
    // What is looked through most (keys of names, sight, open work) stays in the database’s own memory, beside a server and its people on one machine: an eighth of it. For tests little is enough.
    shared_buffers: `${between(128, memory / (disposable ? 32 : 8), disposable ? 1024 : 4096)}MB`,
    effective_cache_size: `${between(512, memory / 3, 16_384)}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    max_wal_size: '2GB',
    random_page_cost: 1.1,
    // Our questions are short: compiling one costs more than answering it, and a second core belongs to the next person.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    synchronous_commit: disposable ? 'off' : 'on',
    fsync: disposable ? 'off' : 'on',
    full_page_writes: disposable ? 'off' : 'on',
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // What people write about a family never reaches a log: no statement, no parameter, no detail of a refused row.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: 0,
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    ...more,
  }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function memoryHere(): number {
  const limit = process.constrainedMemory()
  return Math.min(limit > 0 ? limit : Infinity, totalmem()) / megabyte
}

const between = (least: number, wished: number, most: number) => Math.round(Math.max(least, Math.min(wished, most)))
