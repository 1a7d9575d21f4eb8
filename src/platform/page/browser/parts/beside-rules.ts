/** What a rule of a return asks of a field, as the server answers it. */
type Asked = Readonly<{ field: string; words: string; rule: string; of: string; severity: string }>
const isAsked = (one: unknown): one is Asked => typeof one === 'object' && one !== null && 'field' in one && 'words' in one && 'rule' in one
const askedIn = (body: unknown): readonly Asked[] => (typeof body === 'object' && body !== null && 'beside' in body && Array.isArray(body.beside) ? body.beside.filter(isAsked) : [])
const returns: Readonly<Record<string, string>> = { ssda903: 'SSDA903', cin: 'the census' }

function sentence(one: Asked): HTMLElement {
  const told = document.createElement('p')
  told.className = 'field-rule'
  told.dataset['ruleOf'] = one.rule
  told.append(one.words, ' ')
  const second = document.createElement('span')
  second.className = 'second'
  second.textContent = `Rule ${one.rule} of ${returns[one.of] ?? one.of}. You can save it as it is.`
  told.append(second)
  return told
}

/** Writes beside each field what the rules ask of it, in place of what they asked before. */
function show(form: HTMLFormElement, asked: readonly Asked[]): void {
  for (const before of form.querySelectorAll('.field-rule')) before.remove()
  for (const one of asked.slice(0, 8)) {
    const field = form.querySelector<HTMLElement>(`[name="${CSS.escape(one.field)}"]`)
    const place = field?.closest('.field') ?? field?.parentElement
    if (!place || [...place.querySelectorAll<HTMLElement>('.field-rule')].some((there) => there.dataset['ruleOf'] === one.rule)) continue
    const told = sentence(one)
    place.append(told)
    field?.setAttribute('aria-describedby', [...new Set([...(field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean), told.id ||= `rule-${one.of}-${one.rule}`])].join(' '))
  }
}

/**
 * Runs the rules of the returns while a form of this page is filled in: at each change the form is rehearsed by the server, which keeps nothing of it. It never stops anybody:
 * no answer, and nothing is shown.
 */
export function rulesBesideFields(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('main form[method=post]')) {
    const said = page.createElement('p')
    said.className = 'unseen'
    said.setAttribute('role', 'status')
    form.append(said)
    let [turn, waits] = [0, 0]
    // Nothing moves under a finger or a mouse that is being pressed.
    let pressing = false
    form.addEventListener('pointerdown', () => { pressing = true })
    // A finger that scrolls ends by being cancelled.
    for (const end of ['pointerup', 'pointercancel']) page.addEventListener(end, () => { window.setTimeout(() => { pressing = false }) })
    // What is sent is not rehearsed beside it.
    form.addEventListener('submit', () => window.clearTimeout(waits))
    form.addEventListener('change', () => {
      window.clearTimeout(waits)
      waits = window.setTimeout(async () => {
        const mine = ++turn
        try {
          const body = new URLSearchParams()
          // What the form would do, its button says.
          for (const [name, value] of new FormData(form, form.querySelector<HTMLButtonElement>('.actions button:not([type=button])'))) if (typeof value === 'string') body.append(name, value)
          const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json', 'x-kith-rehearse': '1' } })
          if (!answer.ok || mine !== turn || pressing) return
          const asked = askedIn(await answer.json())
          show(form, asked)
          said.textContent = asked.length === 0 ? '' : asked.map(({ words }) => words).join(' ')
        } catch { /* Not now. Saving asks again. */ }
      }, 250)
    })
  }
}
