/**
 * A form that is kept waits for what keeps it: pressed in the first moment of a page it would go without asking whether its writer is still signed in.
 * When that cannot be loaded the form goes as it would without script.
 */
export function sendNothingBefore(page: Document, ready: Promise<unknown>): void {
  let waits = true
  const hold = (event: SubmitEvent) => {
    const form = event.target
    if (!waits || !(form instanceof HTMLFormElement) || form.dataset.keep === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const pressed = event.submitter
    void ready.then(() => undefined, () => undefined).then(() => form.requestSubmit(pressed))
  }
  page.addEventListener('submit', hold, true)
  void ready.then(() => undefined, () => undefined).then(() => {
    waits = false
    page.removeEventListener('submit', hold, true)
  })
}
