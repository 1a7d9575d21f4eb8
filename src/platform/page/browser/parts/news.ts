/** After a form came back the focus goes to what happened: the list of things to put right, or the confirmation. */
export function focusOnNews(page: Document): void {
  page.querySelector<HTMLElement>('.error-summary[data-focus], .confirmation[data-focus]')?.focus()
}
