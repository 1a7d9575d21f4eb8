import { showRules } from './rules.ts'

/** How long somebody pauses before what they wrote is kept by the council: milliseconds. */
const pause = 1200
/** How long it waits before what the council did not take is tried again by itself: milliseconds. */
const again = 15_000
/** How long the council may take to answer before the words count as not taken: milliseconds. */
const longestMs = 10_000

const pairOf = (base: string): string => base.replace(/^bases\./, 'each.').replace(/^base\./, 'all.')

/** Said to a form when all that stands in it is with the council. */
export const savedMark = 'kith-saved'

const writtenIn = (form: HTMLFormElement): URLSearchParams => new URLSearchParams([...new FormData(form)].flatMap(([name, value]): [string, string][] => (typeof value === 'string' && name !== 'commandId' && name !== 'go' ? [[name, value]] : [])))

/** What stood there when somebody began is what the council keeps now. */
function moveBases(form: HTMLFormElement, sent: URLSearchParams): void {
  for (const box of form.querySelectorAll<HTMLInputElement>('input[type=hidden]')) {
    if (/^bases?\./.test(box.name)) box.value = sent.get(pairOf(box.name)) ?? ''
  }
}

/**
 * Every `<form data-save>` keeps what is written with the council as it is written, by its own address and the words `go=keep`. What the council did not take stays on
 * the page (and on this device) and is tried again with the next word, or in a while by itself; the line below the form says which: the answer's `said`.
 */
export function saveWhileWriting(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-save]')) {
    const line = Object.assign(page.createElement('p'), { className: 'source' })
    line.setAttribute('role', 'status')
    const aloud = Object.assign(page.createElement('p'), { className: 'unseen' })
    aloud.setAttribute('role', 'status')
    form.append(line, aloud)
    let soon: ReturnType<typeof setTimeout> | undefined
    let saving: Promise<void> | undefined
    let changed = false
    let untaken = false
    const later = (ms: number = pause) => { clearTimeout(soon); soon = setTimeout(save, ms) }
    const written = () => later()
    const save = (): void => {
      if (saving) { changed = true; return }
      changed = false
      saving = keepWithCouncil().finally(() => {
        saving = undefined
        if (changed) later()
        else if (untaken) later(again)
      })
    }
    const keepWithCouncil = async (): Promise<void> => {
      const sent = writtenIn(form)
      const body = new URLSearchParams(sent)
      body.set('go', 'keep')
      const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' }, signal: AbortSignal.timeout(longestMs) }).catch(() => undefined)
      const said: unknown = await answer?.json().catch(() => undefined)
      untaken = !answer || answer.status === 401 || answer.status >= 500
      if (answer?.ok) {
        const asked = showRules(form, said)
        // What was said already is not read aloud again with every pause.
        if (aloud.textContent !== asked) aloud.textContent = asked
        const more = writtenIn(form).toString() !== sent.toString()
        const clash = typeof said === 'object' && said !== null && 'clash' in said && said.clash === true
        if (clash && more) changed = true
        if (!clash) moveBases(form, sent)
        // Something that is taken only when it is pressed stays kept on this device.
        const waits = typeof said === 'object' && said !== null && 'waits' in said && said.waits === true
        if (!more && !waits) form.dispatchEvent(new Event(savedMark))
        // Both texts are with the council: the page shows them beside each other.
        if (clash && !more) location.reload()
      }
      line.textContent = typeof said === 'object' && said !== null && 'said' in said && typeof said.said === 'string' ? said.said : 'Not saved with the council yet. What you wrote is kept on this device.'
    }
    form.addEventListener('input', written)
    form.addEventListener('change', written)
    addEventListener('online', () => { if (untaken) save() })
    // What is sent says from which text it began: it waits for the answer that moves that, and does not clash with its own words.
    form.addEventListener('submit', (event) => {
      clearTimeout(soon)
      if (!saving) return
      event.preventDefault()
      event.stopImmediatePropagation()
      changed = false
      const pressed = event.submitter
      void saving.then(() => form.requestSubmit(pressed))
    }, true)
  }
}
