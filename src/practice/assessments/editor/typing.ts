/** Where the cursor stood last in the form, kept while somebody reads beside it. */
export type Cursor = Readonly<{ box: HTMLTextAreaElement; from: number; to: number }>

let last: Cursor | undefined

/** Watches where people write, so that the panel beside can put a quotation there. */
export function watchCursor(root: HTMLElement): void {
  const note = (event: Event) => {
    if (event.target instanceof HTMLTextAreaElement) last = { box: event.target, from: event.target.selectionStart, to: event.target.selectionEnd }
  }
  for (const kind of ['focusin', 'input', 'keyup', 'mouseup', 'focusout']) root.addEventListener(kind, note)
}

export const cursor = (): Cursor | undefined => (last && last.box.isConnected ? last : undefined)

/** Puts words at the cursor, as if they were typed there: the cursor stands behind them and undo takes them away. */
export function typeAtCursor(words: string): boolean {
  const at = cursor()
  if (!at) return false
  const before = at.box.value.slice(0, at.from)
  const gap = before === '' || /\s$/.test(before) ? '' : ' '
  at.box.setRangeText(`${gap}${words}`, at.from, at.to, 'end')
  at.box.focus()
  at.box.dispatchEvent(new InputEvent('input', { bubbles: true }))
  return true
}
