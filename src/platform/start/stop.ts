/** Settles when somebody asks us to stop: Ctrl-C once or many times, the system, or the end of the launcher that started us. */
export function askedToStop(): Promise<void> {
  return new Promise((settle) => {
    const ask = () => settle()
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
    if (process.connected) process.once('disconnect', ask)
  })
}

/** Waits for the work, but not longer than so many milliseconds. */
export function inTime(milliseconds: number, work: Promise<unknown>): Promise<void> {
  return new Promise((settle, refuse) => {
    const timer = setTimeout(settle, milliseconds)
    work.then(() => settle(), refuse).finally(() => clearTimeout(timer))
  })
}
