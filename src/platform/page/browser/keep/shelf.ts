/** What IndexedDB answers, as a promise. */
export const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.addEventListener('success', () => done(request.result))
    request.addEventListener('error', () => failed(request.error ?? new Error('This browser keeps nothing.')))
  })

/** When what was asked for is written down for good, and not before. */
export const written = (store: IDBObjectStore): Promise<void> =>
  new Promise((done, failed) => {
    store.transaction.addEventListener('complete', () => done())
    store.transaction.addEventListener('abort', () => failed(store.transaction.error ?? new Error('This browser keeps nothing.')))
  })

/** A database of this browser with these stores; nothing is in them at first. */
export function openShelf(name: string, stores: readonly string[]): Promise<IDBDatabase> {
  const asked = indexedDB.open(name, 1)
  asked.addEventListener('upgradeneeded', () => { for (const store of stores) asked.result.createObjectStore(store) })
  return answered(asked)
}
