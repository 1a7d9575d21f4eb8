import { SaxesParser } from 'saxes'
import { Broken } from './container.ts'

type Attributes = Readonly<Record<string, string>>
type Heard = Readonly<{ open?: (name: string, attributes: Attributes) => void; text?: (words: string) => void; close?: (name: string) => void }>

/** Reads a part of a workbook as it comes. Names are told without the prefix of their namespace. */
export async function hear(part: string, bytes: AsyncIterable<Uint8Array>, heard: Heard): Promise<void> {
  let refused: string | undefined
  const local = (name: string) => name.slice(name.indexOf(':') + 1)
  const parser = new SaxesParser({ xmlns: false, position: false })
  parser.on('error', () => { refused ??= `The workbook is broken: its part ${part} is no XML.` })
  parser.on('doctype', () => { refused ??= 'The workbook carries a document type (DOCTYPE). Workbooks have none, and it can hide a file that grows without end.' })
  parser.on('opentag', ({ name, attributes }) => heard.open?.(local(name), attributes))
  parser.on('text', (words) => heard.text?.(words))
  parser.on('cdata', (words) => heard.text?.(words))
  parser.on('closetag', ({ name }) => heard.close?.(local(name)))
  const decode = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const piece of bytes) {
      parser.write(decode.decode(piece, { stream: true }))
      if (refused) throw new Broken(refused)
    }
    parser.write(decode.decode())
    parser.close()
  } catch (problem) {
    if (problem instanceof TypeError || (problem instanceof Error && 'code' in problem && String(problem.code).startsWith('Z_'))) throw new Broken(`The workbook is broken: its part ${part} cannot be read.`)
    throw problem
  }
  if (refused) throw new Broken(refused)
}
