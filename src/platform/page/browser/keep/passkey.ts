import { meOf } from './me.ts'

const hasPasskeys = (): boolean => 'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential

const post = (path: string, body: unknown) => fetch(path, { method: 'POST', headers: { accept: 'application/json', 'content-type': 'application/json' }, body: JSON.stringify(body) }).catch(() => undefined)

let asking: AbortController | undefined

/**
 * Makes or uses a passkey by the address it is asked for at. Asked again, it begins anew: whoever lost the question of their browser presses once more.
 * @returns what the council answered; undefined when it did not come to that; 'begun anew' when it was asked again meanwhile
 */
export async function usePasskey(at: string, make: boolean): Promise<Readonly<{ needsCodes?: boolean }> | undefined | 'begun anew'> {
  asking?.abort()
  const { signal } = (asking = new AbortController())
  const asked = await post(`${at}/options`, {})
  if (signal.aborted) return 'begun anew'
  if (!asked?.ok) return undefined
  const options = await asked.json()
  const made = await (make
    ? navigator.credentials.create({ signal, publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ signal, publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })).catch(() => null)
  if (signal.aborted) return 'begun anew'
  if (!(made instanceof PublicKeyCredential)) return undefined
  const reply = await post(at, made.toJSON())
  return reply?.ok ? reply.json() : undefined
}

/** Whoever adds a passkey to their account showed just now who they are. */
async function isFresh(page: Document): Promise<boolean> {
  const me = meOf(page)
  const { proveAgain, whoIsHere } = await import('./again.tsx')
  const here = await whoIsHere()
  return typeof here !== 'object' || here.fresh || !me || proveAgain(me, here.ways)
}

const places = { add: { at: '/account/passkey', make: true }, enrol: { at: '/sign-in/enrol/passkey', make: true }, prove: { at: '/sign-in/passkey', make: false } } as const
const isPlace = (text: string | undefined): text is keyof typeof places => text !== undefined && text in places

/** Buttons `data-passkey`, which are there only where the browser knows passkeys. */
export function passkeyButtons(page: Document): void {
  if (!hasPasskeys()) return
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-passkey]')) {
    const place = button.dataset.passkey
    if (!isPlace(place)) continue
    button.hidden = false
    button.addEventListener('click', async () => {
      const { at, make } = places[place]
      if (place === 'add' && !(await isFresh(page))) return
      const said = button.parentElement?.querySelector('[data-passkey-said]')
      const say = (words: string, kind = 'field-problem') => { if (said) Object.assign(said, { textContent: words, className: kind }) }
      say('Answer what your browser asks. If it asks nothing, press again.', 'hint')
      const done = await usePasskey(at, make)
      if (done === 'begun anew') return
      if (!done) return say('That did not work, or took too long. Try again.')
      const codes = page.querySelector<HTMLFormElement>('form[data-codes]')
      if (done.needsCodes && codes) codes.submit()
      else location.assign(button.dataset.next ?? '/')
    })
  }
}
export { hasPasskeys }
