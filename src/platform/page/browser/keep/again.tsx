import { render } from 'preact'
import { SignInAgain } from '../../sign-in-again.tsx'

export type Me = Readonly<{ id: string; name: string; email: string }>

let asking: Promise<void> | undefined

/** Asks the same person to sign in again over the page; what they wrote stays behind it. Resolves when they are in. Asked once however many saves wait. */
export function signInAgain(me: Me): Promise<void> {
  asking ??= new Promise<void>((done) => {
    const place = document.createElement('div')
    document.body.append(place)
    render(<SignInAgain name={me.name} action="/sign-in" otherHref="/sign-in" />, place)
    const dialog = place.querySelector('dialog')
    const form = place.querySelector('form')
    const before = document.activeElement
    const say = (words: string) => {
      const box = place.querySelector('[data-said]') ?? form?.insertAdjacentElement('afterbegin', Object.assign(document.createElement('p'), { className: 'field-problem', role: 'alert' }))
      box?.setAttribute('data-said', '')
      if (box) box.textContent = words
    }
    dialog?.addEventListener('cancel', (event) => event.preventDefault())
    form?.addEventListener('submit', async (event) => {
      event.preventDefault()
      const password = place.querySelector('input[type=password]')
      if (!(password instanceof HTMLInputElement)) return
      // The server lets in nobody but the person who was writing.
      const body = new URLSearchParams({ email: me.email, expected: me.email, password: password.value })
      const reply = await fetch('/sign-in', { method: 'POST', body, headers: { accept: 'application/json' } }).catch(() => undefined)
      if (!reply) return say('We cannot reach the council just now. Your words are kept here. Try again in a minute.')
      if (!reply.ok) {
        password.value = ''
        password.focus()
        return say('That did not match. Only the person who was writing can carry on here.')
      }
      dialog?.close()
      place.remove()
      asking = undefined
      if (before instanceof HTMLElement) before.focus()
      done()
    })
    dialog?.showModal()
  })
  return asking
}
