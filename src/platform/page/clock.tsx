export type ClockState = 'late' | 'today' | 'soon' | 'inTime' | 'waiting' | 'done'

function Face({ state }: { state: ClockState }) {
  switch (state) {
    case 'late': return <><path class="solid" d="M8 1.5 15.5 14.5H.5Z" /><path class="knock" d="M8 6v4M8 11.8v.7" /></>
    case 'today': return <><circle class="solid" cx="8" cy="8" r="7.5" /><path class="knock" d="M8 4v4.3l2.6 1.5" /></>
    case 'soon': return <><circle cx="8" cy="8" r="6.7" /><path class="solid" d="M8 8V3.5A4.5 4.5 0 1 1 3.5 8Z" /></>
    case 'inTime': return <><circle cx="8" cy="8" r="6.7" /><path class="solid" d="M8 8V3.5A4.5 4.5 0 0 1 12.5 8Z" /></>
    case 'waiting': return <path d="M3.5 1.5h9M3.5 14.5h9M4.5 1.5v2.5l7 8v2.5M11.5 1.5v2.5l-7 8v2.5" />
    case 'done': return <path d="m2.5 8.5 3.5 3.5 7.5-8" />
  }
}

/** The shape of a clock alone, for a line that says the words itself. */
export const ClockFace = ({ state }: { state: ClockState }) => (
  <svg class={`clock-face is-${state}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false"><Face state={state} /></svg>
)

/** Time in words, the date on a second line: shape, words and colour say the same, so that none is needed alone. */
export function Clock({ state, words, second }: { state: ClockState; words: string; second?: string }) {
  return (
    <span class={`clock is-${state}`}>
      <ClockFace state={state} />
      <span class="clock-words">{words}</span>
      {second ? <span class="clock-second">{second}</span> : null}
    </span>
  )
}
