import type { CoupleKind, Family, ParentKind } from './family.ts'
import { treeLayout, type DrawnCouple, type DrawnSymbol, type TreeLayout } from './layout.ts'
import { TreeLegend } from './legend.tsx'
import { size } from './sizes.ts'

const r = size.symbol / 2

function Outline({ symbol, inset = 0 }: { symbol: DrawnSymbol['person']['symbol']; inset?: number }) {
  const edge = r - inset
  if (symbol === 'male') return <rect x={-edge} y={-edge} width={edge * 2} height={edge * 2} rx="2" />
  if (symbol === 'female') return <circle r={edge} />
  if (symbol === 'unborn') return <path d={`M0 ${-edge + inset * 0.9}L${edge - inset * 0.45} ${edge}H${-edge + inset * 0.45}Z`} />
  return <path d={`M0 ${-edge - 1}L${edge + 1} 0 0 ${edge + 1} ${-edge - 1} 0Z`} />
}

function PersonSymbol({ symbol: { person, x, y, labelTop, lines } }: { symbol: DrawnSymbol }) {
  const kind = ['tree-person', person.childWeWorkWith ? `is-child hue-${person.hue ?? 'slate'}` : '', person.as ? `is-${person.as}` : ''].join(' ').trim()
  return (
    <g class={kind}>
      <g transform={`translate(${x} ${y})`}>
        <Outline symbol={person.symbol} />
        {person.childWeWorkWith ? <Outline symbol={person.symbol} inset={4.5} /> : null}
        {person.died ? <path class="tree-cross" d={`M${-r} ${-r}L${r} ${r}M${r} ${-r}L${-r} ${r}`} /> : null}
        {person.age ? <text class="tree-age" y={person.symbol === 'unborn' ? 14 : 5.5}>{person.age}</text> : null}
      </g>
      {lines.map((line, index) => <text class={line.strong ? 'tree-name' : 'tree-words'} x={x} y={labelTop + 12 + index * size.line}>{line.text}</text>)}
    </g>
  )
}

function Couple({ couple }: { couple: DrawnCouple }) {
  const { slashAt, words, wordsAt } = couple
  const slashes = couple.kind === 'separated' ? [0] : couple.kind === 'divorced' ? [0, 6] : []
  return (
    <g class={`tree-couple is-${couple.kind}`}>
      <path d={couple.path} />
      {slashAt ? slashes.map((shift) => <path class="tree-slash" d={`M${slashAt.x + shift - 5} ${slashAt.y + 9}l10-18`} />) : null}
      {words.map((line, index) => <text class={wordsAt.end ? 'tree-words at-end' : 'tree-words'} x={wordsAt.x} y={wordsAt.y - (words.length - 1 - index) * 14}>{line}</text>)}
    </g>
  )
}

const Descent = ({ kind, path }: { kind: ParentKind; path: string }) => (
  <g class={`tree-descent is-${kind}`}><path d={path} />{kind === 'adopted' ? <path class="beside" d={path} transform="translate(4 0)" /> : null}</g>
)

const phone = 420
const column = 860
const fullWidth = 1400

/** Whether a family needs the width of the whole page. */
export const isWide = (family: Family): boolean => treeLayout(family).width > column

/** The picture alone: as large as its letters need, and a little smaller where that shows it whole. */
function Drawing({ layout, title }: { layout: TreeLayout; title: string }) {
  return (
    <svg class={['tree', layout.width <= fullWidth ? 'tree-fits' : '', layout.width > column ? 'tree-wide' : '', layout.width <= phone ? 'tree-small' : ''].join(' ').trim()} width={layout.width} height={layout.height} viewBox={`0 0 ${layout.width} ${layout.height}`} role="img" aria-label={`${title}. The list of people says the same in words.`}>
      {layout.homes.map((home) => <path class="tree-home" d={home.path} />)}
      {layout.descents.map((descent) => <Descent {...descent} />)}
      {layout.couples.map((couple) => <Couple couple={couple} />)}
      {layout.symbols.map((symbol) => <PersonSymbol symbol={symbol} />)}
      {layout.homes.map((home) => (home.pill ? (
        <g class="tree-pill"><rect x={home.pill.left} y={home.pill.top} width={home.pill.right - home.pill.left} height="22" rx="11" /><text x={(home.pill.left + home.pill.right) / 2} y={home.pill.top + 15}>{home.words}</text></g>
      ) : null))}
    </svg>
  )
}

/** Draws the family after the legend of the visual language. A wide family scrolls inside its own frame, which the keyboard reaches too. */
export function FamilyTree({ family, title }: { family: Family; title: string }) {
  const layout = treeLayout(family)
  return (
    <div class="family-tree">
      <div class="tree-scroll" role="region" tabIndex={0} aria-label={title}><Drawing layout={layout} title={title} /></div>
      <TreeLegend symbols={layout.symbols.map(({ person }) => person)} couples={new Set<CoupleKind>(layout.couples.map((couple) => couple.kind))} parents={new Set<ParentKind>(layout.descents.map((descent) => descent.kind))} homes={layout.homes.length > 0} />
    </div>
  )
}
