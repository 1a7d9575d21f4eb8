import type { ComponentChildren } from 'preact'

/** A bold fact, and a line that says what will appear here. */
export const EmptyLine = ({ title, children }: { title: string; children?: ComponentChildren }) => <div class="empty"><EmptyWords title={title}>{children}</EmptyWords></div>
export const EmptyWords = ({ title, children }: { title: string; children?: ComponentChildren }) => <div><p class="empty-title">{title}</p>{children ? <p>{children}</p> : null}</div>
