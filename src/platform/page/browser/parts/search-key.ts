const writable = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])'

/** `/` goes to the search box, unless somebody is writing. */
export function searchKey(page: Document): void {
  page.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.target instanceof Element && event.target.closest(writable)) return
    const box = page.querySelector<HTMLInputElement>('[data-search-key]')
    if (!box) return
    event.preventDefault()
    box.focus()
    box.select()
  })
}
