import { Letter, SignLines } from '../../../platform/page/letter.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import type { Block, Paper } from '../model.ts'

const One = ({ block }: { block: Block }) => {
  switch (block.kind) {
    case 'heading': return block.level === 2 ? <h2>{block.words}</h2> : <h3>{block.words}</h3>
    case 'paragraph': return <>{block.words.split(/\n{2,}/).map((part) => <p>{part}</p>)}</>
    case 'list': return <ul>{block.rows.map((row) => <li>{row}</li>)}</ul>
    case 'table': return <Table caption={block.caption} rows={block.rows} stack columns={block.columns.map((title, at) => ({ title, head: at === 0, cell: (row: readonly string[]) => row[at] ?? '' }))} />
    case 'quote': return <Quote words={block.words} said={block.by} hue="slate" />
    case 'signatures': return <SignLines names={block.names} />
    case 'section': return <><hr /><h2>{block.mark}. {block.words}</h2>{block.on ? <p class="second">{block.on}</p> : null}</>
  }
}

/** Pieces of what is written, on a page of ours. */
export const Blocks = ({ blocks }: { blocks: readonly Block[] }) => <>{blocks.map((block) => <One block={block} />)}</>

/** The words as they went, on a page and on paper. */
export const OnPage = ({ paper, councilName, on }: { paper: Paper; councilName: string; on: string }) => (
  <Letter councilName={councilName} department="Children and families" from={paper.from} to={paper.to} writtenOn={on} title={paper.title} foot={paper.foot ?? ''}>
    {paper.greeting ? <p>{paper.greeting}</p> : null}
    <Blocks blocks={paper.blocks} />
  </Letter>
)
