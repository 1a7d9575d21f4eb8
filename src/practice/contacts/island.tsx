import { hydrate } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { meOf } from '../../platform/page/browser/keep/me.ts'
import { openVault } from '../../platform/page/browser/keep/vault.ts'
import { newId } from '../../kernel/ids.ts'
import { treeOf } from '../../kernel/formTree.ts'
import { ContactFields } from './pages/form/form.tsx'
import type { FormProps } from './pages/form/frame.ts'
import { typedOf, type KnownPerson, type Possible, type Typed } from './model/typed.ts'
import { acted } from './rules/acting.ts'

type Start = FormProps & { version: number }
type Saved = { words: string; kind: 'good' | 'wait' | 'late' | 'quiet' }

/** Asks our own server; undefined when nobody is signed in any more, or it cannot be reached. */
async function ask(path: string, body: unknown): Promise<{ answer: unknown } | { signedOut: boolean }> {
  try {
    const response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify(body) })
    if (response.status === 401) return { signedOut: true }
    return response.ok ? { answer: await response.json() } : { signedOut: false }
  } catch {
    return { signedOut: false }
  }
}

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const isPossible = (value: unknown): value is Possible => isTree(value) && typeof value['id'] === 'string' && typeof value['name'] === 'string' && Array.isArray(value['reasons'])
const possibleIn = (value: unknown): Possible[] => (Array.isArray(value) ? value.filter(isPossible) : [])
const isKnown = (value: unknown): value is KnownPerson => isTree(value) && typeof value['id'] === 'string' && typeof value['given'] === 'string' && Array.isArray(value['children'])
const knownIn = (value: unknown): Record<string, KnownPerson> => (isTree(value) ? Object.fromEntries(Object.entries(value).flatMap(([id, one]) => (isKnown(one) ? [[id, one]] : []))) : {})

const typedIn = (form: HTMLFormElement, draft: string): Typed => {
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] => (typeof value === 'string' ? [[name, value]] : []))
  return typedOf(treeOf(fields), draft)
}

/** After a row was added the cursor stands where one goes on writing. */
function focusAfter(action: string, form: HTMLFormElement): void {
  const [what] = action.split(':')
  const at = (selector: string) => form.querySelector<HTMLElement>(selector)
  const lastRow = [...form.querySelectorAll<HTMLElement>('[data-key^="c"]')].at(-1)
  if (what === 'addNamed') [...form.querySelectorAll<HTMLInputElement>('input[name$=".born"]')].filter((box) => box.name.startsWith('children.') && box.value === '').at(-1)?.focus()
  else if (what === 'addChild') lastRow?.querySelector<HTMLElement>('input[name$=".given"]')?.focus()
  else if (what === 'pick' || what === 'addNew') at('#find')?.focus()
  else if (what === 'removeChild') at('button[value="addChild"]')?.focus()
  else if (what === 'removeAdult') at('#find')?.focus()
}

function Contact({ start, form }: { start: Start; form: HTMLFormElement }) {
  const [typed, setTyped] = useState(start.typed)
  const [known, setKnown] = useState(start.known)
  const [found, setFound] = useState(start.found)
  const [alike, setAlike] = useState(start.alike)
  const [saved, setSaved] = useState<Saved>({ words: 'Kept as you write', kind: 'quiet' })
  const now = useRef({ typed, known })
  now.current = { typed, known }
  const after = useRef<{ action: string; typed: Typed } | undefined>(undefined)
  const changed = useRef(false)
  const tab = useRef(newId())
  const base = useRef(start.version)
  const sending = useRef(false)

  const sentAs = () => ({ ...now.current.typed, tab: tab.current, base: base.current })
  /** Another tab may have written the same contact: then this text has a draft of its own from now on. */
  const takeKept = (answer: Record<string, unknown>) => {
    const { saved: at, draft, version } = answer
    if (typeof version === 'number') base.current = version
    const parted = typeof draft === 'string' && draft !== now.current.typed.draft
    if (parted) setTyped({ ...now.current.typed, draft })
    if (parted) setSaved({ words: 'This contact was also written in another tab. Both texts are kept.', kind: 'wait' })
    else if (typeof at === 'string') setSaved({ words: `Kept at ${at}`, kind: 'good' })
  }

  /** Keeps what is typed at the council, or, while it cannot be reached, on this device; signs in again over the page. Whether it is kept at the council. */
  const keep = async (): Promise<boolean> => {
    const me = meOf(document)
    const came = await ask('/contacts/draft', sentAs())
    if ('answer' in came) {
      if (isTree(came.answer)) takeKept(came.answer)
      return true
    }
    const vault = me && (await openVault(me.id))
    await vault?.put(`contact/${now.current.typed.draft}`, now.current.typed)
    if (!came.signedOut) {
      setSaved({ words: 'No connection. Kept on this device.', kind: 'wait' })
      return false
    }
    setSaved({ words: 'You were signed out. Your words are still here.', kind: 'wait' })
    if (!me) return false
    await (await import('../../platform/page/browser/keep/again.tsx')).signInAgain(me)
    await vault?.drop(`contact/${now.current.typed.draft}`)
    return keep()
  }

  const act = async (action: string) => {
    const [what] = action.split(':')
    let people = now.current.known
    if (what === 'pick' || what === 'pickChild' || what === 'pickAll' || what === 'same') {
      const id = action.split(':').at(-1) ?? ''
      const came = await ask('/contacts/known', { id })
      people = { ...people, ...('answer' in came ? knownIn(came.answer) : {}) }
      setKnown(people)
    }
    const next = acted(now.current.typed, action, people)
    after.current = { action, typed: next }
    changed.current = true
    setTyped(next)
    if (what === 'pick' || what === 'addNew') setFound([])
  }

  useEffect(() => {
    const read = () => {
      changed.current = true
      setTyped(typedIn(form, now.current.typed.draft))
    }
    const press = (event: Event) => {
      const button = event.target instanceof Element ? event.target.closest('button[name=do]') : null
      if (!(button instanceof HTMLButtonElement) || button.value === 'record') return
      event.preventDefault()
      if (button.value !== 'stay' && button.value !== 'find') void act(button.value)
    }
    const key = (event: KeyboardEvent) => {
      const box = event.target
      if (!(box instanceof HTMLInputElement)) return
      if (event.key === 'Enter' && box.type !== 'submit') {
        event.preventDefault()
        if (box.id === 'find') form.querySelector<HTMLElement>('.offer')?.focus()
      }
      if (event.key === 'ArrowDown' && box.id === 'find') {
        event.preventDefault()
        form.querySelector<HTMLElement>('.offer')?.focus()
      }
    }
    const arrows = (event: KeyboardEvent) => {
      const offer = event.target instanceof Element ? event.target.closest('.offer') : null
      if (!offer || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      event.preventDefault()
      const all = [...form.querySelectorAll<HTMLElement>('.offer')]
      const next = all[all.findIndex((one) => one === offer) + (event.key === 'ArrowDown' ? 1 : -1)]
      ;(next ?? form.querySelector<HTMLElement>('#find'))?.focus()
    }
    const sent = (event: SubmitEvent) => {
      if (sending.current) return
      event.preventDefault()
      const pressed = event.submitter
      void keep().then((kept) => {
        if (!kept) return
        sending.current = true
        form.requestSubmit(pressed instanceof HTMLButtonElement ? pressed : undefined)
      })
    }
    const left = () => { if (changed.current && !sending.current) navigator.sendBeacon('/contacts/draft', new Blob([JSON.stringify(sentAs())], { type: 'application/json' })) }
    form.classList.add('scripted')
    form.addEventListener('input', read)
    form.addEventListener('change', read)
    form.addEventListener('click', press)
    form.addEventListener('keydown', key)
    form.addEventListener('keydown', arrows)
    form.addEventListener('submit', sent)
    window.addEventListener('pagehide', left)
    return () => window.removeEventListener('pagehide', left)
  }, [])

  // Only when what was acted on is drawn: an earlier change may still be on its way.
  useLayoutEffect(() => {
    if (after.current?.typed !== typed) return
    focusAfter(after.current.action, form)
    after.current = undefined
  }, [typed])

  useEffect(() => {
    if (!changed.current) return undefined
    const timer = setTimeout(async () => {
      if (!sending.current) await keep()
    }, 700)
    return () => clearTimeout(timer)
  }, [typed])

  useEffect(() => {
    const text = typed.find.trim()
    if (text.length < 2) {
      setFound([])
      return undefined
    }
    const timer = setTimeout(async () => {
      const came = await ask('/contacts/who', { text })
      if ('answer' in came && now.current.typed.find.trim() === text) setFound(possibleIn(came.answer))
    }, 200)
    return () => clearTimeout(timer)
  }, [typed.find])

  const described = JSON.stringify([...typed.adults, ...typed.children].map((row) => [row.key, row.given, row.family, row.born, row.personId, row.notSame, 'parents' in row ? row.parents : '']))
  useEffect(() => {
    if (!changed.current) return undefined
    const timer = setTimeout(async () => {
      const rows = [...now.current.typed.adults, ...now.current.typed.children]
      if (!rows.some((row) => row.personId === '' && row.given.length > 1 && row.born.length > 5)) return
      const came = await ask('/contacts/alike', now.current.typed)
      if ('answer' in came && isTree(came.answer)) setAlike(Object.fromEntries(Object.entries(came.answer).map(([row, possible]) => [row, possibleIn(possible)])))
    }, 600)
    return () => clearTimeout(timer)
  }, [described])

  return <ContactFields {...start} typed={typed} known={known} found={found} alike={alike} saved={saved} />
}

/** What was kept on this device while the council could not be reached goes to the council now; the page then offers it. */
async function bringHome(): Promise<void> {
  const me = meOf(document)
  const vault = me && (await openVault(me.id))
  const names = (await vault?.names())?.filter((name) => name.startsWith('contact/')) ?? []
  for (const name of names) {
    const kept: unknown = await vault?.get(name)
    const came = await ask('/contacts/draft', { ...(isTree(kept) ? kept : {}), tab: newId(), base: 0 })
    if ('answer' in came) await vault?.drop(name)
    if ('answer' in came && name === names.at(-1)) location.reload()
  }
}

const data = document.getElementById('contact-data')
const place = document.getElementById('contact-fields')
const form = document.getElementById('contact-form')
const isStart = (value: unknown): value is Start => isTree(value) && isTree(value['typed']) && typeof value['version'] === 'number'
if (data && place && form instanceof HTMLFormElement) {
  const start: unknown = JSON.parse(data.textContent ?? '{}')
  if (isStart(start)) hydrate(<Contact start={start} form={form} />, place)
  void bringHome()
}
