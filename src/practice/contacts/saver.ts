import { meOf } from '../../platform/page/browser/keep/me.ts'
import { openVault, type Vault } from '../../platform/page/browser/keep/vault.ts'
import { newId } from '../../kernel/ids.ts'
import type { Typed } from './model/typed.ts'

export type Saved = { words: string; kind: 'good' | 'wait' | 'late' | 'quiet' }
/** A contact as it is typed, with the window that writes it and the version it began from. */
type Text = Typed & Readonly<{ tab: string; base: number }>
type Setting = Readonly<{
  text: () => Text
  say: (saved: Saved) => void
  /** The draft that holds the text now, and its version. */
  took: (draft: string, version: number) => void
}>
type Came = { answer: unknown } | { problem: 'signed out' | 'away' } | { problem: 'refused'; words: string | undefined }

const draftPath = '/contacts/draft'
const waitsMs = [1000, 2000, 4000, 8000, 15_000, 30_000]

export const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Asks our own server, which answers, refuses, does not know us any more, or cannot be reached. */
export async function ask(path: string, body: unknown): Promise<Came> {
  const reply = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body) }).catch(() => undefined)
  if (!reply || reply.status >= 500) return { problem: 'away' }
  if (reply.status === 401) return { problem: 'signed out' }
  const answer: unknown = await reply.json().catch(() => undefined)
  if (answer === undefined) return { problem: 'away' }
  return reply.ok ? { answer } : { problem: 'refused', words: isTree(answer) && typeof answer['title'] === 'string' ? answer['title'] : undefined }
}

let opened: Vault | undefined
/** Open already where a page is left: nothing waits for long then. */
const shelf = async (): Promise<Vault | undefined> => {
  const me = meOf(document)
  opened ??= me && (await openVault(me.id))
  return opened
}
const nameOf = (text: Pick<Typed, 'draft'>): string => `contact/${text.draft}`

/**
 * Keeps a contact at the council as it is written: one sending at a time, so that no older text arrives after a newer. What the council has no answer for lies sealed
 * on this device and is tried again by itself; after the end of a session the same person is asked to sign in over the page.
 */
export function openSaver({ text, say, took }: Setting) {
  let last: Promise<unknown> = Promise.resolve()
  let waiting: Promise<boolean> | undefined
  let onDevice = false
  let untaken = false
  let tries = 0
  let soon: ReturnType<typeof setTimeout> | undefined

  const putOnDevice = async (): Promise<boolean> => {
    const vault = await shelf()
    onDevice = vault !== undefined && (await vault.put(nameOf(text()), text()).then(() => true, () => false))
    return onDevice
  }
  const takeKept = async (sent: Text, answer: unknown) => {
    tries = 0
    untaken = false
    if (onDevice) await (await shelf())?.drop(nameOf(sent)).catch(() => undefined)
    onDevice = false
    if (!isTree(answer)) return
    const { saved: at, draft, version } = answer
    if (typeof draft === 'string' && typeof version === 'number') took(draft, version)
    if (typeof draft === 'string' && draft !== sent.draft) say({ words: 'This contact was also written in another tab. Both texts are kept.', kind: 'wait' })
    else if (typeof at === 'string') say({ words: `Kept at ${at}`, kind: 'good' })
  }
  const send = async (): Promise<boolean> => {
    clearTimeout(soon)
    const sent = text()
    const came = await ask(draftPath, sent)
    if ('answer' in came) {
      await takeKept(sent, came.answer)
      return true
    }
    untaken = true
    const kept = await putOnDevice()
    const here = kept ? 'Kept on this device.' : 'This device keeps nothing: leave this page open.'
    if (came.problem === 'refused') {
      say({ words: `${came.words ?? 'The council did not take this'}. ${here}`, kind: 'late' })
      return false
    }
    const me = meOf(document)
    if (came.problem === 'signed out' && me) {
      say({ words: 'You were signed out. Your words are still here.', kind: 'wait' })
      await (await import('../../platform/page/browser/keep/again.tsx')).signInAgain(me)
      return send()
    }
    say({ words: `No connection. ${here}`, kind: 'wait' })
    soon = setTimeout(() => void keep(), waitsMs[Math.min(tries, waitsMs.length - 1)])
    tries += 1
    return false
  }
  /** Whether all that stands there now is kept at the council. */
  const keep = (): Promise<boolean> => {
    waiting ??= last.then(() => {
      waiting = undefined
      const sending = send().catch(() => false)
      last = sending
      return sending
    })
    return waiting
  }
  addEventListener('online', () => { if (onDevice) void keep() })

  return {
    keep,
    /** The page goes: what stands there is sent without waiting for an answer, and lies on this device too where the council did not take what was sent before. */
    leaving: () => {
      navigator.sendBeacon(draftPath, new Blob([JSON.stringify(text())], { type: 'application/json' }))
      if (untaken) void putOnDevice()
    },
  }
}

/** What was kept on this device while the council could not be reached goes to the council now; the page then offers it. */
export async function bringHome(): Promise<void> {
  const vault = await shelf()
  const names = (await vault?.names())?.filter((name) => name.startsWith('contact/')) ?? []
  for (const name of names) {
    const kept: unknown = await vault?.get(name)
    const came = await ask(draftPath, { tab: newId(), base: 0, ...(isTree(kept) ? kept : {}) })
    if ('answer' in came) await vault?.drop(name)
    if ('answer' in came && name === names.at(-1)) location.reload()
  }
}
