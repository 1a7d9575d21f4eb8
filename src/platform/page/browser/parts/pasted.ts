import { asLines } from '../../../../kernel/lines.ts'

/** What is pasted into a box has its lines as lines: word processors part them by a character that no box shows. It can be undone like any typing. */
export function pasteAsLines(document: Document): void {
  document.addEventListener('paste', (event) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? ''
    const lines = asLines(pasted)
    if (lines === pasted || !(event.target instanceof HTMLTextAreaElement)) return
    if (document.execCommand('insertText', false, lines)) event.preventDefault()
  })
}
