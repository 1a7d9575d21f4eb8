import { meOf } from '../keep/me.ts'

/**
 * Links and forms inside `<… id data-in-place>` that stay on the same path change only that part of the page: nothing loads anew, and the place in
 * the list is kept. A session that ended is asked for over the page. Everything works without it.
 */
export function inPlace(region: HTMLElement): void {
  const ask = async (address: string, body?: URLSearchParams): Promise<void> => {
    const reply = await fetch(address, { headers: { accept: 'text/html' }, ...(body ? { method: 'POST', body } : {}) }).catch(() => undefined)
    const me = meOf(document)
    if (reply && (reply.status === 401 || new URL(reply.url).pathname === '/sign-in') && me) {
      await (await import('../keep/again.tsx')).signInAgain(me)
      return ask(address, body)
    }
    const came = reply && new DOMParser().parseFromString(await reply.text(), 'text/html')
    const fresh = came?.getElementById(region.id)
    if (!came || !fresh) return location.assign(reply?.redirected ? reply.url : body ? location.pathname : address)
    region.replaceChildren(...fresh.childNodes)
    // A page that is read again shows the same, with what was done just now.
    if (new URL(reply.url).pathname === location.pathname) history.replaceState(history.state, '', reply.url)
    // What was done changes the counts beside the places, too.
    const places = came.querySelector('.bar-places')
    if (places) document.querySelector('.bar-places')?.replaceChildren(...places.childNodes)
    const news = region.querySelector<HTMLElement>('.error-summary') ?? region.querySelector<HTMLElement>('[data-focus]')
    ;(news ?? region.querySelector<HTMLElement>('#reading'))?.focus()
  }
  const stays = (address: string) => new URL(address, location.href).pathname.startsWith(location.pathname)
  region.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.hash || !stays(link.href)) return
    event.preventDefault()
    void ask(link.href)
  })
  region.addEventListener('submit', (event) => {
    const form = event.target
    // What keeps its typing sends itself.
    if (!(form instanceof HTMLFormElement) || !stays(form.action) || form.dataset['keep'] !== undefined) return
    event.preventDefault()
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, event.submitter)) if (typeof value === 'string') body.append(name, value)
    for (const button of form.querySelectorAll('button')) button.disabled = true
    void ask(form.action, body)
  })
}
