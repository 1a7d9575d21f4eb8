type Rule = Readonly<{ words: string; second: string }>
const isRule = (one: unknown): one is Rule => typeof one === 'object' && one !== null && 'words' in one && typeof one.words === 'string' && 'second' in one && typeof one.second === 'string'
const rulesIn = (said: unknown): readonly (readonly [place: string, rules: readonly Rule[]])[] =>
  (typeof said === 'object' && said !== null && 'rules' in said && Array.isArray(said.rules) ? said.rules : []).flatMap((one: unknown) => (Array.isArray(one) && typeof one[0] === 'string' && Array.isArray(one[1]) ? [[one[0], one[1].filter(isRule)] as const] : []))

function drawn(page: Document, rule: Rule): HTMLElement {
  const told = Object.assign(page.createElement('p'), { className: 'field-rule' })
  told.append(rule.words, ' ', Object.assign(page.createElement('span'), { className: 'second', textContent: rule.second }))
  return told
}

const describes = (field: Element, id: string, does: boolean): void => {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one !== '' && one !== id)
  field.setAttribute('aria-describedby', [...ids, ...(does ? [id] : [])].join(' '))
}

/** Writes beside each field of a form what the rules ask of what was kept, in place of what they asked before. @returns their words, to be said */
export function showRules(form: HTMLFormElement, said: unknown): string {
  const page = form.ownerDocument
  const all = rulesIn(said)
  for (const before of form.querySelectorAll('.field-rules')) {
    for (const field of form.querySelectorAll(`[aria-describedby~="${CSS.escape(before.id)}"]`)) describes(field, before.id, false)
    before.remove()
  }
  for (const [place, rules] of all) {
    const field = form.querySelector(`[id="${CSS.escape(place)}-set"]`) ?? form.querySelector(`[id="${CSS.escape(place)}"]`)
    if (!field || rules.length === 0) continue
    const told = Object.assign(page.createElement('div'), { className: 'field-rules', id: `${place}-rules` })
    told.append(...rules.map((rule) => drawn(page, rule)))
    ;(field.closest('.field') ?? field).append(told)
    describes(field, told.id, true)
  }
  return [...new Set(all.flatMap(([, rules]) => rules.map(({ words }) => words)))].join(' ')
}
