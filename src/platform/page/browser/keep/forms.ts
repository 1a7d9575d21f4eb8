import { meOf } from './me.ts'
import { savedMark } from './saving.ts'
import { sendSafely } from './send.ts'
import { openVault, type Vault } from './vault.ts'

/** Says in this tab that a form is on its way; `page.ts` looks for it by the same name. */
const sentMark = 'kith-sent'

/** As what it was kept. */
const sentAs = 'kith-sent-as'

type Typed = Readonly<{ path: string; fields: readonly (readonly [string, string])[]; sent: boolean }>
const isTyped = (value: unknown): value is Typed => typeof value === 'object' && value !== null && 'fields' in value && Array.isArray(value.fields) && 'path' in value

/** The texts of a form as somebody typed them: no passwords, files or keys of the form itself. */
const fieldsOf = (form: HTMLFormElement): [string, string][] => [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
  typeof value !== 'string' || name === 'commandId' || form.querySelector(`input[type=password][name="${CSS.escape(name)}"]`) ? [] : [[name, value]])

function putBack(form: HTMLFormElement, fields: readonly (readonly [string, string])[]): void {
  for (const box of form.elements) {
    if (!(box instanceof HTMLInputElement || box instanceof HTMLTextAreaElement || box instanceof HTMLSelectElement) || !box.name || box.name === 'commandId') continue
    const values = fields.flatMap(([name, value]) => (name === box.name ? [value] : []))
    if (box instanceof HTMLInputElement && (box.type === 'checkbox' || box.type === 'radio')) {
      if (box.checked === values.includes(box.value)) continue
      box.checked = !box.checked
      box.dispatchEvent(new Event('change', { bubbles: true }))
    }
    else if (values[0] !== undefined && box.value !== values[0]) {
      box.value = values[0]
      box.dispatchEvent(new Event('input', { bubbles: true }))
    }
  }
}

/** Says above the form that the words are back, and lets somebody start afresh. */
function tell(form: HTMLFormElement, words: string, forget?: () => void): void {
  form.parentElement?.querySelector('[data-kept-words]')?.remove()
  const line = Object.assign(document.createElement('p'), { className: 'message message-wait', textContent: `${words} ` })
  line.setAttribute('role', 'status')
  line.setAttribute('data-kept-words', '')
  if (forget) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'quiet-button', textContent: 'Start afresh' })
    button.addEventListener('click', forget)
    line.append(button)
  }
  form.before(line)
}

const here = (): string => location.pathname + location.search

/** How this page came to be here. */
const howCome = (): PerformanceNavigationTiming | undefined => performance.getEntriesByType('navigation').find((entry) => entry instanceof PerformanceNavigationTiming)

/** What is asked for is done in the order it was asked; what fails stops nothing that comes after it. */
function oneAfterAnother(): (what: () => Promise<void>) => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  return (what) => {
    last = last.then(what).catch(() => undefined)
    return last
  }
}

/** Words that somebody typed into a box before anything could hear them: the page was drawn and its script was not there yet. */
function typedEarly(form: HTMLFormElement): { box: HTMLTextAreaElement | HTMLInputElement; text: string } | undefined {
  const box = document.activeElement
  if (!(box instanceof HTMLTextAreaElement || (box instanceof HTMLInputElement && box.type === 'text')) || box.form !== form || box.value === box.defaultValue) return undefined
  // A browser that goes back fills in what was there, sent or not: nobody typed it now.
  return howCome()?.type === 'back_forward' ? undefined : { box, text: box.value }
}

async function keepForm(vault: Vault, form: HTMLFormElement, name: string): Promise<void> {
  let asServed = JSON.stringify(fieldsOf(form))
  let lies = false
  const inOrder = oneAfterAnother()
  const keep = async (sent: boolean) => {
    const fields = fieldsOf(form)
    const changed = sent || JSON.stringify(fields) !== asServed
    if (changed) await vault.put(name, { path: here(), fields, sent } satisfies Typed)
    else if (lies) await vault.drop(name)
    lies = changed
  }
  let waits = false
  /** Every letter goes to the device at once: nobody who closes a tab says so before. While one is on its way, the newest waits, and only that. */
  const keepNow = () => {
    form.dataset.keeping = ''
    if (waits) return
    waits = true
    void inOrder(() => { waits = false; return keep(false) }).then(() => { if (!waits) delete form.dataset.keeping })
  }
  /** What is on its way is kept as sent, and what somebody starts afresh is not kept: leaving the page does not say otherwise. */
  let leaves = false
  const kept = await vault.get(name)
  const early = typedEarly(form)
  // A form that came back with something to put right holds the words already.
  if (isTyped(kept) && document.querySelector('.error-summary') === null && JSON.stringify(kept.fields) !== asServed) {
    lies = true
    putBack(form, kept.fields)
    if (early && early.box.value !== early.text) {
      early.box.value = early.box instanceof HTMLTextAreaElement ? `${early.box.value}\n${early.text}` : early.text
      early.box.dispatchEvent(new Event('input', { bubbles: true }))
    }
    tell(form, 'What you wrote here before is back.', () => {
      leaves = true
      void inOrder(() => vault.drop(name)).then(() => location.reload())
    })
  }
  if (early) {
    asServed = ''
    keepNow()
  }
  form.addEventListener('input', () => {
    leaves = false
    keepNow()
  })
  addEventListener('pagehide', () => { if (!leaves) keepNow() })
  // The council has it all: nothing of it waits on this device any more.
  form.addEventListener(savedMark, () => {
    asServed = JSON.stringify(fieldsOf(form))
    void inOrder(() => vault.drop(name))
  })
  const keepSent = async () => {
    leaves = true
    await inOrder(() => keep(true))
    // The page that answers looks whether something was sent, and lets it go.
    sessionStorage.setItem(sentMark, 'yes')
    sessionStorage.setItem(sentAs, name)
  }
  sendSafely(form, keepSent, () => tell(form, 'We cannot reach the council just now. Your words are kept on this device. Send again in a minute.'))
}

/** Every `<form data-keep="name">` of the page keeps its unsent typing, one for each address; what a page has taken is let go. */
export async function keepForms(page: Document): Promise<void> {
  const me = meOf(page)
  const vault = me && (await openVault(me.id))
  if (!vault) return
  const sent = sessionStorage.getItem(sentAs)
  // What comes back with something to put right is still the form that was sent, whatever its address is now.
  const nameOf = (form: HTMLFormElement): string => {
    const kind = `form/${form.dataset.keep}`
    return sent?.startsWith(`${kind} `) && page.querySelector('.error-summary') ? sent : `${kind} ${here()}`
  }
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[data-keep]')].map((form) => ({ form, name: nameOf(form) }))
  const onThisPage = new Set(forms.map((each) => each.name))
  // What was taken is answered by being sent on to a page. One that says it could not be taken, or that somebody opened because nothing answered, leaves everything
  // as it was before it was sent.
  const taken = sessionStorage.getItem(sentMark) === 'yes' && (howCome()?.redirectCount ?? 0) > 0
  for (const name of await vault.names()) {
    if (!name.startsWith('form/') || onThisPage.has(name)) continue
    const kept = await vault.get(name)
    if (isTyped(kept) && kept.sent) await (taken ? vault.drop(name) : vault.put(name, { ...kept, sent: false } satisfies Typed))
    // Kept before every address had its own.
    else if (isTyped(kept) && !name.includes(' ')) {
      await vault.put(`${name} ${kept.path}`, kept)
      await vault.drop(name)
    }
  }
  sessionStorage.removeItem(sentMark)
  for (const each of forms) await keepForm(vault, each.form, each.name)
}
