import { addDays, plain } from '../../../kernel/dates.ts'
import { Broken, openContainer, TooLarge, type Container, type NotRead } from './container.ts'
import { hear } from './parts.ts'

/** What is done with the rows of a sheet, one after the other: its cells as words, by the place of their column from 0. */
export type RowTaker = (sheet: string, at: number, cells: readonly string[]) => void
const most = { words: 3_000_000, lettersOfCell: 32_768, columns: 1000 } as const

type Target = Readonly<{ name: string; part: string }>
const relations = async (container: Container, part: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>()
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  await hear(part, container.read(`${folder}_rels/${part.slice(folder.length)}.rels`), { open: (name, { Id = '', Target = '' }) => { if (name === 'Relationship') found.set(Id, Target.startsWith('/') ? Target.slice(1) : `${folder}${Target}`) } })
  return found
}

async function sheetsOf(container: Container): Promise<Readonly<{ sheets: readonly Target[]; from1904: boolean; styles: string | undefined; words: string | undefined }>> {
  const book = 'xl/workbook.xml'
  if (!container.parts.has(book)) throw new Broken('This is no workbook: it holds no sheets.')
  const targets = await relations(container, book)
  const sheets: Target[] = []
  let from1904 = false
  await hear(book, container.read(book), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      const part = targets.get(attributes['r:id'] ?? '')
      if (name === 'sheet' && part) sheets.push({ name: attributes['name'] ?? '', part })
    },
  })
  const part = (name: string) => [...targets.values()].find((target) => target.endsWith(`/${name}`) && container.parts.has(target))
  return { sheets, from1904, styles: part('styles.xml'), words: part('sharedStrings.xml') }
}

/** Which styles show a number as a day (ECMA-376, part 1, 18.8.30: the built-in formats 14 to 17 and 22; others where they name days or years outside of quotes and brackets). */
async function dayStyles(container: Container, part: string | undefined): Promise<ReadonlySet<number>> {
  const days = new Set<number>()
  if (!part) return days
  const formats = new Map<string, string>()
  let [within, style] = [false, 0]
  await hear(part, container.read(part), {
    open(name, { numFmtId = '', formatCode = '' }) {
      if (name === 'numFmt') formats.set(numFmtId, formatCode)
      if (name === 'cellXfs') within = true
      if (name === 'xf' && within) {
        const id = Number(numFmtId)
        if ((id >= 14 && id <= 17) || id === 22 || /[dy]/i.test((formats.get(numFmtId) ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))) days.add(style)
        style++
      }
    },
    close: (name) => { if (name === 'cellXfs') within = false },
  })
  return days
}

/** The words that cells point to. What is only how they are spoken (rPh) is none of them. */
async function sharedWords(container: Container, part: string | undefined): Promise<readonly string[]> {
  const all: string[] = []
  if (!part) return all
  let [words, inText, spoken] = ['', false, false]
  await hear(part, container.read(part), {
    open(name) {
      if (name === 'si') words = ''
      if (name === 't') inText = true
      if (name === 'rPh') spoken = true
    },
    text: (more) => { if (inText && !spoken && words.length < most.lettersOfCell) words += more },
    close(name) {
      if (name === 't') inText = false
      if (name === 'rPh') spoken = false
      if (name === 'si' && all.push(words) > most.words) throw new TooLarge()
    },
  })
  return all
}

const columnOf = (place: string): number => [...place.replace(/[^A-Z]/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
/** A number that stands for a day: whole ones are told as the day, others keep their time as it is written beside it. */
function dayText(text: string, from1904: boolean): string {
  const number = Number(text)
  if (!Number.isFinite(number) || number < 61 || number > 2_958_465) return text
  const day = addDays(plain(from1904 ? '1904-01-01' : '1899-12-30'), Math.floor(number))
  const minutes = Math.round((number - Math.floor(number)) * 1440)
  return minutes === 0 ? day : `${day} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

async function rowsOf(container: Container, { name, part }: Target, about: Readonly<{ words: readonly string[]; days: ReadonlySet<number>; from1904: boolean }>, take: RowTaker): Promise<void> {
  let cells: string[] = []
  let [row, place, column, kind, style, text, heard] = [0, '', 0, 'n', -1, '', false]
  const read = (): string => (kind === 's' ? about.words[Number(text)] ?? '' : kind === 'b' ? (text === '1' ? 'True' : 'False') : kind === 'n' && about.days.has(style) && text !== '' ? dayText(text, about.from1904) : text)
  await hear(part, container.read(part), {
    open(tag, attributes) {
      if (tag === 'row') {
        row = Number(attributes['r']) || row + 1
        cells = []
        column = -1
      } else if (tag === 'c') {
        place = attributes['r'] ?? ''
        column = place === '' ? column + 1 : columnOf(place)
        kind = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? '-1')
        text = ''
      } else if (tag === 'v' || tag === 't') heard = true
    },
    text: (more) => { if (heard && text.length < most.lettersOfCell) text += more },
    close(tag) {
      if (tag === 'v' || tag === 't') heard = false
      if (tag === 'c' && column >= 0 && column < most.columns) {
        const value = read()
        if (value !== '') { while (cells.length < column) cells.push(''); cells[column] = value }
      }
      if (tag === 'row') take(name, row, cells)
    },
  })
}

/** Reads every sheet of a workbook, row by row: only the words that cells share are held. `wanted`: which sheets, by their name. */
export async function readWorkbook(path: string, take: RowTaker): Promise<{ sheets: readonly string[] } | NotRead> {
  const container = await openContainer(path)
  if ('sentence' in container) return container
  try {
    const { sheets, from1904, styles, words } = await sheetsOf(container)
    const about = { words: await sharedWords(container, words), days: await dayStyles(container, styles), from1904 }
    for (const sheet of sheets) await rowsOf(container, sheet, about, take)
    return { sheets: sheets.map(({ name }) => name) }
  } catch (problem) {
    if (problem instanceof TooLarge) return { sentence: 'A part of this workbook would grow far beyond what lists of children can be. It was not read.' }
    if (problem instanceof Broken) return { sentence: problem.message }
    throw problem
  } finally {
    await container.close()
  }
}
