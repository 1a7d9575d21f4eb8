/** A line of the list under the search box, as the server makes it. */
type Line = Readonly<{ href: string; mark: Readonly<{ name: string; symbol: string; hue: string }>; second: string; why: string }>
type Answer = Readonly<{ lines: readonly Line[]; restricted: number }>

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'lines' in value && Array.isArray(value.lines)

const made = <K extends keyof HTMLElementTagNameMap>(tag: K, name: string, words = ''): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag)
  element.className = name
  element.textContent = words
  return element
}

function optionOf(line: Line, at: number): HTMLElement {
  const option = made('a', 'found-line')
  option.href = line.href
  option.id = `found-${at}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.tabIndex = -1
  option.append(made('strong', '', line.mark.name), made('span', 'second', line.second))
  if (line.why) option.append(made('span', 'source', line.why))
  return option
}

/** Shows who may be meant under the search box of the bar while somebody types: arrows and Enter, or one click, open the person. Without it the form is sent. */
export function findWhileTyping(page: Document): void {
  const box = page.querySelector<HTMLInputElement>('.bar-search [data-search-key]')
  const form = box?.form
  if (!box || !form) return
  const list = made('div', 'found-list')
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
  const choose = (at: number) => {
    const all = options()
    chosen = all.length === 0 ? -1 : (at + all.length) % all.length
    all.forEach((option, i) => option.setAttribute('aria-selected', String(i === chosen)))
    const now = all[chosen]
    if (now) box.setAttribute('aria-activedescendant', now.id)
    now?.scrollIntoView({ block: 'nearest' })
  }
  const show = (answer: Answer) => {
    list.replaceChildren(...answer.lines.map(optionOf))
    if (answer.restricted > 0) list.append(made('p', 'found-note', 'A record that matches is kept to a few people. Press Enter to see what you can do.'))
    if (answer.lines.length === 0 && answer.restricted === 0) list.append(made('p', 'found-note', 'Nobody yet. Press Enter to search wider, and in what is written.'))
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
      window.clearTimeout(waiting)
      asked++
      if (!now || list.hidden) return
      event.preventDefault()
      now.click()
    }
  })
  page.addEventListener('focusin', (event) => { if (event.target instanceof Node && !form.contains(event.target)) close() })
  page.addEventListener('pointerdown', (event) => { if (event.target instanceof Node && !form.contains(event.target)) close() })
}
