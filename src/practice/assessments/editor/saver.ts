import type { Value } from '../../../engine/conditions/model.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Vault } from '../../../platform/page/browser/keep/vault.ts'
import type { Typed } from '../model/shown.ts'
import { same } from '../rules/places.ts'

export type Save = Readonly<{ do: 'save'; commandId: string; section: string; changes: readonly Typed[] }>
export type SettleIt = Readonly<{ do: 'settle'; commandId: string; question: string; choice: 'keep' | 'change' | 'drop' }>
export type SettleClashIt = Readonly<{ do: 'clash'; commandId: string; clashId: string; use: 'mine' | 'theirs' | 'both' }>
export type Leave = Readonly<{ do: 'leave'; commandId: string; section: string }>
/** One thing to tell the council, in the order in which it was done. */
export type Step = Save | SettleIt | SettleClashIt | Leave
export type SaveNews = Readonly<{ kind: 'good' | 'wait' | 'late' | 'quiet'; words: string; again?: boolean }>

type Setting = Readonly<{
  itemId: string
  as: string
  vault: Vault | undefined
  signIn: () => Promise<void>
  say: (news: SaveNews) => void
  /** What the council answered, when there is something to show: texts that clash. */
  heard: (answer: unknown, step: Step) => void
}>

const isStep = (value: unknown): value is Step => typeof value === 'object' && value !== null && 'do' in value && 'commandId' in value
const waits = [1, 2, 4, 8, 15, 30]
const titleIn = (answer: unknown): string | undefined => (typeof answer === 'object' && answer !== null && 'title' in answer && typeof answer.title === 'string' ? answer.title : undefined)

/**
 * Saves in the order of doing, one thing at a time, each with a key that makes a repeat harmless. What is not yet saved lies sealed on this
 * device. Without an answer it waits and tries again; after the end of a session it asks the same person to sign in, and goes on.
 */
export function openSaver({ itemId, as, vault, signIn, say, heard }: Setting) {
  const name = `assessment/${itemId}`
  const steps: Step[] = []
  let busy = false
  let failed = false
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let keepTimer: ReturnType<typeof setTimeout> | undefined
  const waiting = new Set<() => void>()

  const keepNow = () => void (steps.length > 0 ? vault?.put(name, steps) : vault?.drop(name))
  const keepSoon = () => {
    clearTimeout(keepTimer)
    keepTimer = setTimeout(keepNow, 150)
  }
  const soon = (ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const post = (step: Step, keepalive = false) =>
    fetch(`/assessments/${itemId}/${step.do}`, { method: 'POST', keepalive, headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ ...step, as }) })

  async function flush(): Promise<void> {
    if (busy) return
    busy = true
    const slow = setTimeout(() => say({ kind: 'quiet', words: 'Saving' }), 1000)
    try {
      for (let step = steps[0]; step; step = steps[0]) {
        const reply = await post(step).catch(() => undefined)
        if (reply?.status === 401) {
          say({ kind: 'wait', words: 'Kept on this device' })
          await signIn()
          continue
        }
        if (!reply || reply.status >= 500) {
          say({ kind: 'wait', words: 'Kept on this device' })
          soon((waits[Math.min(tries, waits.length - 1)] ?? 30) * 1000)
          tries += 1
          return
        }
        const answer: unknown = await reply.json().catch(() => undefined)
        if (!reply.ok) {
          failed = true
          say({ kind: 'late', words: titleIn(answer) ?? 'Not saved', again: true })
          return
        }
        tries = 0
        failed = false
        steps.shift()
        keepNow()
        heard(answer, step)
      }
      for (const done of waiting) done()
      waiting.clear()
    } finally {
      clearTimeout(slow)
      busy = false
    }
  }

  const push = (step: Step) => {
    steps.push(step)
    keepSoon()
  }

  return {
    /** One place was changed. `base`: what stood there before this change. */
    change(section: string, typed: Typed): void {
      const last = steps.at(-1)
      const open = last && last.do === 'save' && last.section === section && !(busy && steps.length === 1) ? last : undefined
      const at = (one: Typed) => one.question === typed.question && one.childId === typed.childId
      if (!open) push({ do: 'save', commandId: newId(), section, changes: [typed] })
      else {
        const before = open.changes.find(at)
        const changes = [...open.changes.filter((one) => !at(one)), before ? { ...typed, base: before.base } : typed]
        steps[steps.length - 1] = { ...open, commandId: newId(), changes }
        keepSoon()
      }
      soon(failed ? 5000 : 800)
    },
    do(step: Omit<SettleIt, 'commandId'> | Omit<SettleClashIt, 'commandId'> | Omit<Leave, 'commandId'>): void {
      push({ ...step, commandId: newId() })
      soon(0)
    },
    now: () => soon(0),
    /** When everything is with the council. */
    settled: (): Promise<void> => (steps.length === 0 && !busy ? Promise.resolve() : new Promise<void>((done) => { waiting.add(done); soon(0) })),
    /** The page goes: what is open is sent on without waiting for an answer, and kept. */
    leaving(): void {
      clearTimeout(keepTimer)
      keepNow()
      const [first] = steps
      if (first && !busy && JSON.stringify(first).length < 50_000) void post(first, true).catch(() => undefined)
    },
    /** What lay here unsaved from before, in the order of doing. */
    async restore(): Promise<readonly Step[]> {
      const kept = await vault?.get(name)
      if (!Array.isArray(kept)) return []
      const found = kept.filter(isStep)
      steps.unshift(...found)
      if (found.length > 0) soon(0)
      return found
    },
    unsaved: () => steps.length,
  }
}
export type Saver = ReturnType<typeof openSaver>

/** Whether a change is worth sending. */
export const differs = (before: Value | null, after: Value | null): boolean => !same(before, after) && !((before === null || before === '') && after === null)
