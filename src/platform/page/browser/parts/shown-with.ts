/** Shows what is about somebody (`data-shown-with`) only while they are ticked, or while something is written there; a card with nothing in it waits. Without it everything shows. */
export function showWithTicks(page: Document): void {
  const parts = [...page.querySelectorAll<HTMLElement>('[data-shown-with]')]
  const cards = new Set(parts.flatMap((part) => part.closest<HTMLElement>('.card') ?? []))
  const look = () => {
    const ticked = new Set([...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]:checked')].map((box) => box.value))
    for (const part of parts) part.hidden = !ticked.has(part.dataset['shownWith'] ?? '') && !part.hasAttribute('open')
    for (const card of cards) card.hidden = parts.every((part) => part.hidden || !card.contains(part))
  }
  page.addEventListener('change', look)
  look()
}
