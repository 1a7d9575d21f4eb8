/** A menu is a `<details data-menu>`: it closes on Escape, giving the focus back, and when the pointer or the focus goes elsewhere. */
export function closeMenusOnEscape(page: Document): void {
  const open = () => page.querySelectorAll<HTMLDetailsElement>('details[data-menu][open]')
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      if (menu.contains(page.activeElement)) menu.querySelector('summary')?.focus()
      menu.open = false
    }
  })
  const closeOthers = (event: Event) => {
    for (const menu of open()) if (!(event.target instanceof Node && menu.contains(event.target))) menu.open = false
  }
  page.addEventListener('pointerdown', closeOthers)
  page.addEventListener('focusin', closeOthers)
}
