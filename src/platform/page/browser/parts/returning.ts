/**
 * A page that came back with something to put right is one that was sent. Whoever went on from it and comes back by the browser's own button
 * reads the page anew, and is not asked to send a form again that was put right since. A reload of the page itself is as it was.
 */
export function comeBackByReading(page: Document): void {
  if (!page.querySelector('.error-summary')) return
  const read = () => history.replaceState(history.state, '', location.href)
  page.addEventListener('submit', read)
  page.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[href]:not([href^="#"])')) read()
  })
}
