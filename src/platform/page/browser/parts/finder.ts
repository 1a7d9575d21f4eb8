/** The list under the search box, drawn by the server. */
type Answer = Readonly<{ html: string; count: number }>

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'html' in value && typeof value.html === 'string'

/** Shows who may be meant under the search box of the bar while somebody types: arrows and Enter, or one click, open the person. Without it the form is sent. */
export function findWhileTyping(page: Document): void {
  const box = page.querySelector<HTMLInputElement>('.bar-search [data-search-key]')
  const form = box?.form
  if (!box || !form) return
  const list = page.createElement('div')
  list.className = 'found-list'
  list.id = 'found-list'
  list.hidden = true
  list.setAttribute('role', 'listbox')
  list.setAttribute('aria-label', 'People who may be meant')
  form.append(list)
  box.setAttribute('role', 'combobox')
  box.setAttribute('aria-expanded', 'false')
  box.setAttribute('aria-controls', list.id)
  box.setAttribute('aria-autocomplete', 'list')
  let chosen = -1
  let asked = 0
  let waiting = 0

  const options = () => [...list.querySelectorAll<HTMLElement>('[role="option"]')]
  const close = () => {
    list.hidden = true
    chosen = -1
    box.setAttribute('aria-expanded', 'false')
    box.removeAttribute('aria-activedescendant')
  }
  /** What is still asked or about to be asked takes nobody's place in the list any more. */
  const settle = () => {
    window.clearTimeout(waiting)
    asked++
  }
  const choose = (at: number) => {
    settle()
    const all = options()
    chosen = all.length === 0 ? -1 : (at + all.length) % all.length
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)))
    const now = all[chosen]
    if (now) box.setAttribute('aria-activedescendant', now.id)
    now?.scrollIntoView({ block: 'nearest' })
  }
  const show = (answer: Answer) => {
    list.innerHTML = answer.html
    list.hidden = false
    box.setAttribute('aria-expanded', 'true')
    chosen = -1
    box.removeAttribute('aria-activedescendant')
  }
  const ask = async () => {
    const mine = ++asked
    const text = box.value.trim()
    if (text.length < 2) return close()
    const response = await fetch('/search/suggest', { method: 'POST', headers: { 'content-type': 'application/json', accept: 'application/json' }, body: JSON.stringify({ q: text }) }).catch(() => undefined)
    const answer: unknown = response?.ok ? await response.json() : undefined
    if (mine === asked && page.activeElement === box && isAnswer(answer)) show(answer)
  }

  box.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void ask(), 140)
  })
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault()
      close()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) return
      event.preventDefault()
      choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1)
    } else if (event.key === 'Enter') {
      const now = options()[chosen]
      settle()
      if (!now || list.hidden) return
      event.preventDefault()
      now.click()
    }
  })
  page.addEventListener('focusin', (event) => { if (event.target instanceof Node && !form.contains(event.target)) close() })
  page.addEventListener('pointerdown', (event) => { if (event.target instanceof Node && !form.contains(event.target)) close() })
  // What was typed before this arrived.
  if (page.activeElement === box) void ask()
}
