import { render } from 'preact'
import { SignInAgain, type AgainStep } from '../../sign-in-again.tsx'
import { hasPasskeys, usePasskey } from './passkey.ts'

export type Me = Readonly<{ id: string; name: string; email: string }>
/** Who is signed in here, as `/session` tells it; nobody; or nobody can be reached. */
export type Here = Readonly<{ id: string; fresh: boolean; ways: readonly string[] }> | 'nobody' | 'away'

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const answerOf = async (reply: Response): Promise<Record<string, unknown>> => {
  const found: unknown = await reply.json().catch(() => undefined)
  return isTree(found) ? found : {}
}

/** Asks the council who is signed in here now. */
export async function whoIsHere(): Promise<Here> {
  const reply = await fetch('/session', { headers: { accept: 'application/json' } }).catch(() => undefined)
  if (reply?.status === 401) return 'nobody'
  if (!reply?.ok) return 'away'
  const { id, fresh, ways } = await answerOf(reply)
  return { id: String(id), fresh: fresh !== false, ways: Array.isArray(ways) ? ways.map(String) : [] }
}

const notReached = 'We cannot reach the council just now. Your words are kept here. Try again in a minute.'
const post = (path: string, fields: Record<string, string>) => fetch(path, { method: 'POST', body: new URLSearchParams(fields), headers: { accept: 'application/json' } }).catch(() => undefined)

type Heard = Readonly<{ done: true } | { step: AgainStep; passkey?: string } | { problem: string }>

/** Draws the question over the page until `tried` says it is answered. False when it was put off. */
function ask(me: Me, first: AgainStep, ended: boolean, offer: Readonly<{ provider?: string | undefined; passkey?: string | undefined }>, tried: (step: AgainStep, typed: string) => Promise<Heard>): Promise<boolean> {
  return new Promise((done) => {
    const place = document.createElement('div')
    document.body.append(place)
    const before = document.activeElement
    let step = first
    let { passkey } = offer
    const draw = (problem?: string) => render(<SignInAgain name={me.name} action="/sign-in" {...(ended ? { otherHref: '/sign-in' } : {})} step={step} ended={ended} problem={problem} provider={offer.provider} passkey={passkey !== undefined && hasPasskeys()} />, place)
    draw()
    const dialog = place.querySelector('dialog')
    let closed = false
    const close = (answered: boolean) => {
      if (closed) return
      closed = true
      removeEventListener('focus', looked)
      dialog?.close()
      render(null, place)
      place.remove()
      if (before instanceof HTMLElement) before.focus()
      done(answered)
    }
    // Signed in again, or shown again, in another tab meanwhile.
    const looked = () => void whoIsHere().then((here) => {
      if (typeof here !== 'object') return
      if (here.id !== me.id) location.reload()
      else if (here.fresh) close(true)
    })
    addEventListener('focus', looked)
    dialog?.addEventListener('cancel', (event) => {
      event.preventDefault()
      if (!ended) close(false)
    })
    place.addEventListener('click', (event) => { if (event.target instanceof Element && event.target.closest('[name=not-now]')) close(false) })
    place.addEventListener('click', async (event) => {
      if (!passkey || !(event.target instanceof Element) || !event.target.closest('[name=use-passkey]')) return
      const used = await usePasskey(passkey, false)
      if (used === 'begun anew') return
      if (used) close(true)
      else draw('That did not work, or took too long. Try again.')
    })
    place.addEventListener('submit', async (event) => {
      event.preventDefault()
      // A page that keeps forms is not to take this one for its own.
      event.stopPropagation()
      const box = () => place.querySelector<HTMLInputElement>('input:not([type=hidden])')
      const heard = await tried(step, box()?.value ?? '')
      if ('done' in heard) return close(true)
      if ('step' in heard) ({ step, passkey } = { passkey, ...heard })
      draw('problem' in heard ? heard.problem : undefined)
      const now = box()
      if (now) now.value = ''
      now?.focus()
    })
    dialog?.showModal()
  })
}

const sayNo = 'That did not match. Only the person who was writing can carry on here.'
const titleOf = async (reply: Response, otherwise: string): Promise<string> => {
  const { title } = await answerOf(reply)
  return typeof title === 'string' ? title : otherwise
}

/** What the council's own sign-in is called, where there is one. */
async function providerHere(): Promise<string | undefined> {
  const reply = await fetch('/sign-in/ways', { headers: { accept: 'application/json' } }).catch(() => undefined)
  const { provider } = reply?.ok ? await answerOf(reply) : {}
  return typeof provider === 'string' ? provider : undefined
}

const pauseMs = 700
/** Waits until nobody has typed for a moment: no letter of a sentence goes into the box for the password. */
const pauseInTyping = (): Promise<void> => new Promise((done) => {
  const end = () => {
    removeEventListener('keydown', later, true)
    done()
  }
  let timer = setTimeout(end, pauseMs)
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(end, pauseMs)
  }
  addEventListener('keydown', later, true)
})

/** Shuts the page; its writer may finish the word they are typing. */
function shut(): Promise<void> {
  writing = document.activeElement
  document.body.classList.add('is-shut')
  return pauseInTyping()
}
function openAgain(): void {
  document.body.classList.remove('is-shut')
  // What is hidden loses the focus.
  if (writing instanceof HTMLElement) writing.focus()
}

/** Who asked goes on at once where somebody is in, and not without end where that does not help. */
const pauseInAsking = (): Promise<void> => new Promise((done) => { setTimeout(done, pauseMs) })

let writing: Element | null = null
let asking: Promise<void> | undefined

/**
 * Asks the same person to sign in again over the page, which shows nothing meanwhile: whoever else comes to this device reads neither the record nor what
 * was being written. Resolves when they are in, with the words still there. Asked once however many saves wait, and not at all when what says "signed out" was
 * said before they signed in again: an answer may come late.
 */
export function signInAgain(me: Me): Promise<void> {
  asking ??= whoIsHere().then((here) => {
    if (here === 'nobody') return askOver(me)
    return typeof here === 'object' && here.id !== me.id ? location.reload() : pauseInAsking()
  }).finally(() => { asking = undefined })
  return asking
}

const askOver = (me: Me): Promise<void> => shut().then(providerHere).then((provider) => ask(me, 'password', true, { provider }, async (step, typed): Promise<Heard> => {
  // The server lets in nobody but the person who was writing.
  const reply = step === 'code' ? await post('/sign-in/second', { code: typed }) : await post('/sign-in', { email: me.email, expected: me.email, password: typed })
  if (!reply) return { problem: notReached }
  if (reply.status === 410) return { step: 'password' }
  if (!reply.ok) return { problem: await titleOf(reply, sayNo) }
  const { next, kinds } = await answerOf(reply)
  if (next === 'prove') return { step: 'code', ...(Array.isArray(kinds) && kinds.includes('passkey') ? { passkey: '/sign-in/passkey' } : {}) }
  if (next === 'enrol') {
    location.assign('/sign-in/enrol')
    return { problem: 'Set up your second factor first.' }
  }
  return { done: true }
})).then(() => undefined).finally(openAgain)

let proving: Promise<boolean> | undefined

/** Before an act that asks for it: shows again who they are, over the page. False when it was put off. */
export function proveAgain(me: Me, ways: readonly string[]): Promise<boolean> {
  const first: AgainStep = ways.includes('provider') ? 'provider' : ways.includes('password') ? 'password' : 'code'
  proving ??= ask(me, first, false, ways.includes('passkey') ? { passkey: '/prove/passkey' } : {}, async (step, typed): Promise<Heard> => {
    if (step === 'provider') {
      const here = await whoIsHere()
      return typeof here === 'object' && here.id === me.id && here.fresh ? { done: true } : { problem: 'Not yet. Sign in in the new tab first.' }
    }
    const reply = await post('/prove', { [step]: typed })
    if (!reply) return { problem: notReached }
    return reply.ok ? { done: true } : { problem: await titleOf(reply, sayNo) }
  }).finally(() => { proving = undefined })
  return proving
}
