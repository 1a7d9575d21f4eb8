import type { ComponentChildren } from 'preact'

/** A frame over the page for one question. Opened by an island with `showModal()`; closing it is a form with method dialog, so Escape works too. */
export function Dialog({ id, title, children, open = false }: { id: string; title: string; children: ComponentChildren; open?: boolean }) {
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`} open={open}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </dialog>
  )
}
