const longestMs = 3_000

/**
 * A form that is kept waits for what keeps it: pressed in the first moment of a page it would go without asking whether its writer is still signed in.
 * When that cannot be loaded, or takes too long, the form goes as it would without script.
 */
export function sendNothingBefore(page: Document, ready: Promise<unknown>): void {
  const enough = Promise.race([ready.then(() => undefined, () => undefined), new Promise<void>((done) => { setTimeout(done, longestMs) })])
  const hold = (event: SubmitEvent) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.dataset.keep === undefined) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const pressed = event.submitter
    void enough.then(() => form.requestSubmit(pressed))
  }
  page.addEventListener('submit', hold, true)
  void enough.then(() => page.removeEventListener('submit', hold, true))
}
