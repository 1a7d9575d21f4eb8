import { meOf } from './me.ts'
import { savedMark } from './saving.ts'
import { sendSafely } from './send.ts'
import { openVault, type Vault } from './vault.ts'

/** Says in this tab that a form is on its way; `page.ts` looks for it by the same name. */
const sentMark = 'kith-sent'

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

async function keepForm(vault: Vault, form: HTMLFormElement, name: string): Promise<void> {
  const path = location.pathname + location.search
  let first = JSON.stringify(fieldsOf(form))
  const drop = () => vault.drop(name)
  const keep = async (sent: boolean) => {
    const fields = fieldsOf(form)
    if (JSON.stringify(fields) === first && !sent) return
    await vault.put(name, { path, fields, sent } satisfies Typed)
  }
  const kept = await vault.get(name)
  // A form that came back with something to put right holds the words already.
  if (isTyped(kept) && kept.path === path && document.querySelector('.error-summary') === null && JSON.stringify(kept.fields) !== first) {
    putBack(form, kept.fields)
    tell(form, 'What you wrote here before is back.', () => { void drop().then(() => location.reload()) })
  }
  let soon: ReturnType<typeof setTimeout> | undefined
  form.addEventListener('input', () => {
    clearTimeout(soon)
    soon = setTimeout(() => { void keep(false) }, 300)
  })
  addEventListener('pagehide', () => { void keep(false) })
  // The council has it all: nothing of it waits on this device any more.
  form.addEventListener(savedMark, () => {
    clearTimeout(soon)
    first = JSON.stringify(fieldsOf(form))
    void drop()
  })
  const keepSent = async () => {
    await keep(true)
    // The page that answers looks whether something was sent, and lets it go.
    sessionStorage.setItem(sentMark, 'yes')
  }
  sendSafely(form, keepSent, () => tell(form, 'We cannot reach the council just now. Your words are kept on this device. Send again in a minute.'))
}

/** Every `<form data-keep="name">` of the page keeps its unsent typing; what a page has taken is let go. */
export async function keepForms(page: Document): Promise<void> {
  const me = meOf(page)
  const vault = me && (await openVault(me.id))
  if (!vault) return
  const forms = [...page.querySelectorAll<HTMLFormElement>('form[data-keep]')]
  const here = new Set(forms.map((form) => `form/${form.dataset.keep}`))
  // A page that said it could not be taken leaves everything as it was before it was sent.
  const taken = sessionStorage.getItem(sentMark) !== 'no'
  for (const name of await vault.names()) {
    if (!name.startsWith('form/') || here.has(name)) continue
    const kept = await vault.get(name)
    if (isTyped(kept) && kept.sent) await (taken ? vault.drop(name) : vault.put(name, { ...kept, sent: false } satisfies Typed))
  }
  sessionStorage.removeItem(sentMark)
  for (const form of forms) await keepForm(vault, form, `form/${form.dataset.keep}`)
}
