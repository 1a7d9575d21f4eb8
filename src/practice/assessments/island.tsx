import { hydrate } from 'preact'
import { timeOf, isInstant } from '../../kernel/dates.ts'
import type { Problem } from '../../kernel/errors.ts'
import { openVault } from '../../platform/page/browser/keep/vault.ts'
import type { Clash } from '../../record/answers/model.ts'
import { Editor, type Written } from './editor/editor.tsx'
import { openSaver, type SaveNews, type Step } from './editor/saver.ts'
import type { EditorStart } from './model/shown.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isStart = (value: unknown): value is EditorStart => isRecord(value) && 'form' in value && 'itemId' in value
const areClashes = (value: unknown): value is Clash[] => Array.isArray(value)
const areProblems = (value: unknown): value is Problem[] => Array.isArray(value)
const areAsked = (value: unknown): value is EditorStart['asked'] => Array.isArray(value)
const isWritten = (value: unknown): value is Written => isRecord(value) && 'answers' in value && 'proposals' in value

/** Brings the editor to life: saving on every change, what was kept on this device, and the same person asked again after a session ended. */
async function begin(root: HTMLElement, start: EditorStart): Promise<void> {
  const { itemId, me } = start
  let say: (news: SaveNews) => void = () => undefined
  let clashesHeard: (clashes: readonly Clash[]) => void = () => undefined
  const json = { accept: 'application/json' }
  const signIn = async () => (await import('../../platform/page/browser/keep/again.tsx')).signInAgain(me)
  let asksHeard: (asked: EditorStart['asked']) => void = () => undefined
  let turn = 0
  const touchesRules = (step: Step): boolean => step.do === 'clash' || (step.do === 'save' && step.changes.some((one) => start.ruled.includes(one.question))) || (step.do === 'settle' && start.ruled.includes(step.question))
  /** What the rules ask now. No answer, and what they asked before stands: they stop nobody. */
  const askRules = async () => {
    const mine = ++turn
    const reply = await fetch(`/assessments/${itemId}/rules`, { headers: json }).catch(() => undefined)
    const answer: unknown = reply?.ok ? await reply.json().catch(() => undefined) : undefined
    if (mine === turn && isRecord(answer) && areAsked(answer.asked)) asksHeard(answer.asked)
  }
  const saver = openSaver({
    itemId, as: me.id, vault: await openVault(me.id), signIn, say: (news) => say(news),
    heard: (answer, step) => {
      if (touchesRules(step)) void askRules()
      if (!isRecord(answer)) return
      if (typeof answer.savedAt === 'string' && isInstant(answer.savedAt)) say({ kind: 'good', words: `Saved at ${timeOf(answer.savedAt)}` })
      if (areClashes(answer.clashes)) clashesHeard(answer.clashes)
    },
  })
  addEventListener('pagehide', () => saver.leaving())
  document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') saver.leaving() })
  addEventListener('online', () => saver.now())
  root.addEventListener('focusout', () => { if (saver.unsaved() > 0) saver.now() })
  const restored = await saver.restore()

  const send = async (): Promise<{ problems: readonly Problem[] } | { sent: string } | { failed: string }> => {
    await saver.settled()
    for (;;) {
      const reply = await fetch(`/assessments/${itemId}/send`, { method: 'POST', headers: { ...json, 'content-type': 'application/json' }, body: JSON.stringify({ as: me.id }) }).catch(() => undefined)
      if (reply?.status === 401) {
        await signIn()
        continue
      }
      if (!reply) return { failed: 'Not sent: we cannot reach the council just now' }
      const answer: unknown = await reply.json().catch(() => undefined)
      if (isRecord(answer) && areProblems(answer.problems)) return { problems: answer.problems }
      if (reply.ok && isRecord(answer) && typeof answer.sentTo === 'string') return { sent: answer.sentTo }
      return { failed: isRecord(answer) && typeof answer.title === 'string' ? answer.title : 'Not sent: try again' }
    }
  }

  const clashView = async () => (await import('./editor/clash.tsx')).ClashCard
  const ClashCard = start.clashes.length > 0 ? await clashView() : undefined
  hydrate(<Editor start={start} {...(ClashCard ? { ClashCard } : {})} alive={{
    saver, restored, send, clashView,
    drawnPanel: root.querySelector('.beside-fold > div')?.innerHTML ?? '',
    panelView: (come) => {
      const touched = new AbortController()
      const fetchPanel = () => {
        touched.abort()
        void import('./editor/panel.tsx').then(({ Panel }) => come(Panel))
      }
      for (const act of ['pointermove', 'pointerdown', 'keydown', 'focusin']) document.addEventListener(act, fetchPanel, { signal: touched.signal, passive: true })
    },
    news: (listen) => { say = listen },
    heard: (listen) => { clashesHeard = listen },
    asks: (listen) => { asksHeard = listen },
    fresh: (listen) => {
      document.addEventListener('visibilitychange', async () => {
        if (document.visibilityState !== 'visible' || saver.unsaved() > 0) return
        const reply = await fetch(`/assessments/${itemId}/now`, { headers: json }).catch(() => undefined)
        const answer: unknown = reply?.ok ? await reply.json() : undefined
        if (isWritten(answer) && saver.unsaved() === 0) listen(answer)
      })
    },
    secondTab: (listen) => {
      const tabs = new BroadcastChannel(`kith-assessment-${itemId}-${me.id}`)
      tabs.addEventListener('message', (event: MessageEvent<unknown>) => {
        if (event.data === 'opened') tabs.postMessage('here too')
        listen()
      })
      tabs.postMessage('opened')
    },
  }} />, root)
}

const root = document.getElementById('editor')
const start: unknown = JSON.parse(document.getElementById('editor-start')?.textContent ?? 'null')
if (root && isStart(start)) void begin(root, start)
