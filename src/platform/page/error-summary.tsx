import { Icon } from './icons.tsx'

/** A mistake as the page says it: the id of the field and the same words as beside the field. */
export interface Problem { readonly field: string; readonly words: string }

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']
const headOf = (count: number) => (count === 1 ? 'One thing to put right' : `${numbers[count] ?? count} things to put right`)

/** On top of the page after a form came back. The focus goes here, and each line leads to its field. */
export function ErrorSummary({ problems: all }: { problems: readonly Problem[] }) {
  // Two rules that find the same about the same field are one thing to put right.
  const problems = all.filter((one, i) => all.findIndex((other) => other.field === one.field && other.words === one.words) === i)
  if (problems.length === 0) return null
  return (
    <div class="error-summary" role="alert" tabIndex={-1} data-focus aria-labelledby="error-summary-title">
      <h2 id="error-summary-title"><Icon name="warning" />{headOf(problems.length)}</h2>
      <ul>{problems.map((problem) => <li><a href={`#${problem.field}`}>{problem.words}</a></li>)}</ul>
      <p>Everything else you entered is kept.</p>
    </div>
  )
}
