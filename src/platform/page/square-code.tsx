import { encode } from 'uqr'

/** A square code (QR) that a phone reads, drawn without any style of its own. `label`: what it is, for those who do not see it. */
export function SquareCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg class="square-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" /><path d={dark} fill="#000" />
    </svg>
  )
}
