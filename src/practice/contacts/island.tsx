import { hydrate } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { newId } from '../../kernel/ids.ts'
import { treeOf } from '../../kernel/formTree.ts'
import { ContactFields } from './pages/form/form.tsx'
import type { FormProps } from './pages/form/frame.ts'
import { typedOf, type KnownPerson, type Possible, type Typed } from './model/typed.ts'
import { ask, bringHome, isTree, openSaver, type Saved } from './saver.ts'
import { acted } from './rules/acting.ts'

type Start = FormProps & { version: number }

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

  const saver = useRef(openSaver({
    text: () => ({ ...now.current.typed, tab: tab.current, base: base.current }),
    say: setSaved,
    // Another tab may have written the same contact: then this text has a draft of its own from now on.
    took: (draft, version) => {
      base.current = version
      if (draft !== now.current.typed.draft) setTyped({ ...now.current.typed, draft })
    },
  })).current

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
      void saver.keep().then((kept) => {
        if (!kept) return
        sending.current = true
        form.requestSubmit(pressed instanceof HTMLButtonElement ? pressed : undefined)
      })
    }
    const left = () => { if (changed.current && !sending.current) saver.leaving() }
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
      if (!sending.current) await saver.keep()
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

const data = document.getElementById('contact-data')
const place = document.getElementById('contact-fields')
const form = document.getElementById('contact-form')
const isStart = (value: unknown): value is Start => isTree(value) && isTree(value['typed']) && typeof value['version'] === 'number'
if (data && place && form instanceof HTMLFormElement) {
  const start: unknown = JSON.parse(data.textContent ?? '{}')
  if (isStart(start)) hydrate(<Contact start={start} form={form} />, place)
  void bringHome()
}
