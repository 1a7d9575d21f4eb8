import { shortDay, type PlainDate } from '../../../../kernel/dates.ts'
import { Card } from '../../../../platform/page/card.tsx'
import { TokenRow } from '../../../../platform/page/token.tsx'
import { Blocks } from '../../../../record/outputs/formats/onPage.tsx'
import { markOf } from '../../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../../record/people/model.ts'
import { pieceKinds, pieceTitles } from '../model.ts'
import type { PieceRow } from './comeStore.ts'
import type { KeptLine } from './lineStore.ts'

/** What came of a case, to be read: by what it is, with whom it is about, always with the council that wrote it. `beside`: what they held of somebody whom we knew. */
export function CameCards({ from, pieces, beside, cards, today }: { from: string; pieces: readonly PieceRow[]; beside: readonly KeptLine[]; cards: ReadonlyMap<string, PersonCard>; today: PlainDate }) {
  const marks = (about: readonly string[]) => about.flatMap((one) => cards.get(one) ?? []).map(markOf)
  return (
    <>
      {pieceKinds.filter((kind) => kind !== 'entry' && pieces.some((one) => one.kind === kind)).map((kind) => (
        <Card title={pieceTitles[kind]} id={kind} aside={`Written by ${from}`}>
          {pieces.filter((one) => one.kind === kind).map((one) => <section id={`piece-${one.id}`} class="of-one"><TokenRow marks={marks(one.about)} /><Blocks blocks={one.blocks} /></section>)}
        </Card>
      ))}
      {beside.length > 0 ? <Card title="Held there, kept beside our record" id="beside" aside={`Written by ${from}`} lede="Of people whom we knew: our record stays as it is. Where it is wrong, put it right there.">
        <ul class="lines">{beside.map((one) => <li id={`piece-${one.id}`} class="line-ends"><p><strong>{one.what}</strong> <TokenRow marks={marks(one.about)} /><span class="second">{one.words}</span></p></li>)}</ul>
      </Card> : null}
      {pieces.some((one) => one.kind === 'entry') ? <Card title={pieceTitles.entry} id="entry" aside={`Written by ${from}`} lede="The same stands in the chronology of each child, told as theirs.">
        <ul class="lines">{pieces.filter((one) => one.kind === 'entry').toReversed().map((one) => <li id={`piece-${one.id}`}><p><strong>{one.title}</strong> <TokenRow marks={marks(one.about)} /><span class="second">{one.on ? shortDay(one.on, today) : ''}</span></p><Blocks blocks={one.blocks.filter((block) => block.kind !== 'heading').slice(0, -1)} /></li>)}</ul>
      </Card> : null}
    </>
  )
}
