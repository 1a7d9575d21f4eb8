/** "All four children" sets every row; a row that then differs takes the mark off the band, because it no longer speaks for all. */
export function setAllRows(page: Document): void {
  page.addEventListener('change', (event) => {
    const chosen = event.target
    if (!(chosen instanceof HTMLInputElement) || chosen.type !== 'radio') return
    const band = chosen.closest<HTMLElement>('[data-all]')
    const row = chosen.closest<HTMLElement>('[data-row]')
    if (band) {
      for (const radio of radiosOf(page, 'row', band.dataset['all'])) if (radio.value === chosen.value && !radio.checked) check(radio)
    } else if (row) {
      for (const radio of radiosOf(page, 'all', row.dataset['row'])) if (radio.checked && radio.value !== chosen.value) radio.checked = false
    }
  })
}

const radiosOf = (page: Document, kind: 'all' | 'row', name = '') =>
  page.querySelectorAll<HTMLInputElement>(`[data-${kind}="${CSS.escape(name)}"] input[type=radio]`)

function check(radio: HTMLInputElement): void {
  radio.checked = true
  radio.dispatchEvent(new Event('input', { bubbles: true }))
}
