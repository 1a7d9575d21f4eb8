import { meOf } from './me.ts'

/**
 * Sends a form only while its writer is signed in, and, where it says `data-prove`, has shown in the last 15 minutes who they are; asks over the page
 * when not. `before`: what is kept first; `away`: nobody can be reached.
 */
export function sendSafely(form: HTMLFormElement, before: () => Promise<void>, away: () => void): void {
  let checked = false
  form.addEventListener('submit', (event) => {
    if (checked || event.defaultPrevented) return
    event.preventDefault()
    const pressed = event.submitter
    void (async () => {
      await before()
      if (!(await mayGo(form, away))) return
      checked = true
      form.requestSubmit(pressed instanceof HTMLElement && 'form' in pressed ? pressed : undefined)
      checked = false
    })()
  })
}

async function mayGo(form: HTMLFormElement, away: () => void): Promise<boolean> {
  const me = meOf(document)
  const { whoIsHere, signInAgain, proveAgain } = await import('./again.tsx')
  for (;;) {
    const here = await whoIsHere()
    if (here === 'away' || (here === 'nobody' && !me)) {
      away()
      return false
    }
    if (here === 'nobody') {
      if (me) await signInAgain(me)
      continue
    }
    if (me && here.id !== me.id) {
      location.reload()
      return false
    }
    if (!me || here.fresh || form.dataset.prove === undefined) return true
    if (!(await proveAgain(me, here.ways))) return false
  }
}

/** Every `<form data-prove>` that is not kept besides. */
export function proveForms(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-prove]:not([data-keep])')) sendSafely(form, async () => undefined, () => form.submit())
}
