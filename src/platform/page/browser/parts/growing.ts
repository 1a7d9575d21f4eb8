/** A box for several sentences grows with them; where the browser does it itself (`field-sizing`), nothing is done. */
export function growWithWords(page: Document): void {
  if (CSS.supports('field-sizing', 'content')) return
  const grow = (box: HTMLTextAreaElement) => {
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight + 2}px`
  }
  page.querySelectorAll<HTMLTextAreaElement>('textarea[data-grow]').forEach(grow)
  page.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement && event.target.matches('[data-grow]')) grow(event.target)
  })
}
