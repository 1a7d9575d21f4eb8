/** The way back up. The last step is this page and no link. */
export function Breadcrumb({ steps }: { steps: readonly { label: string; href?: string }[] }) {
  return (
    <nav class="breadcrumb" aria-label="Where you are">
      <ol>{steps.map((step) => <li>{step.href ? <a href={step.href}>{step.label}</a> : <span aria-current="page">{step.label}</span>}</li>)}</ol>
    </nav>
  )
}

/** Earlier and later pages of a long list, with what is on this one: "51 to 100 of 212". */
export function Pagination({ words, previous, next }: {
  words: string; previous?: { href: string; words?: string }; next?: { href: string; words?: string }
}) {
  return (
    <nav class="pagination" aria-label="Pages of this list">
      {previous ? <a rel="prev" href={previous.href}>{previous.words ?? 'Previous'}</a> : <span />}
      <span>{words}</span>
      {next ? <a rel="next" href={next.href}>{next.words ?? 'Next'}</a> : <span />}
    </nav>
  )
}
