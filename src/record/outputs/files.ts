import { dayInWords, dayOf, moment } from '../../kernel/dates.ts'
import { conflict, notAllowed, notFound } from '../../kernel/errors.ts'
import { requireWriting } from '../access/act.ts'
import { councilSettings } from '../access/council.ts'
import { tellsHidden } from '../access/keeping.ts'
import { outOfTheGate, type Leaving } from '../access/leaving.ts'
import type { Asking } from '../access/model.ts'
import { may } from '../access/permissions.ts'
import type { Paper } from './model.ts'
import { isDrawable, pdfOf } from './formats/pdf.ts'
import { wordOf } from './formats/word.ts'
import { readOutput } from './queries.ts'

export const fileKinds = {
  pdf: { ending: 'pdf', type: 'application/pdf', large: false, words: 'PDF' },
  'large-pdf': { ending: 'pdf', type: 'application/pdf', large: true, words: 'PDF in large print' },
  word: { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', large: false, words: 'Word' },
  'large-word': { ending: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', large: true, words: 'Word in large print' },
} as const
export type FileKind = keyof typeof fileKinds
export const isFileKind = (text: string): text is FileKind => Object.hasOwn(fileKinds, text)

/** Several documents in one, with an index. */
export const isBundle = (paper: Paper): boolean => paper.blocks.some((block) => block.kind === 'section')

/**
 * What went out, as a file: the words as they went, and none before they went. For whoever may send about everybody it is about: reading by break-glass
 * takes no file away (access policy, rule 9). The name of the file and its properties say what it is, never about whom.
 */
export async function fileOf(asking: Asking, outputId: string, kind: FileKind): Promise<Leaving> {
  if (!may(asking.actor, 'output.send')) throw notAllowed('Taking a file of the record needs a care or records role. Ask the worker.')
  const { output, paper } = await readOutput(asking, outputId)
  await requireWriting(asking.db, output.people, 'children')
  if (!paper) throw notFound('The words are not open to you.')
  // Its reader may know what whoever takes the file may not: a file cannot be looked through any more.
  if ((await tellsHidden(asking, output.people))(JSON.stringify(paper))) throw notAllowed('This holds what is hidden from you. Ask somebody who may see it.')
  if (output.state !== 'sent') throw conflict('This has not gone out, so there is no file of it yet.')
  const { ending, type, large } = fileKinds[kind]
  const sentAt = moment(output.sentAt ?? output.askedAt)
  const around = { councilName: (await councilSettings(asking.db)).name, on: dayInWords(dayOf(sentAt)), madeAt: sentAt, kindTitle: output.title, large }
  if (ending !== 'pdf' && isBundle(paper)) throw conflict('A bundle is a PDF, so that everybody turns to the same page. Each paper of it can be taken as Word by itself.')
  if (ending === 'pdf' && !isDrawable(paper)) throw conflict('These words have letters that our PDF cannot draw. Take the Word file, or print the page.')
  return outOfTheGate({ bytes: ending === 'pdf' ? await pdfOf(paper, around) : wordOf(paper, around), type, name: `${output.title.toLowerCase().replace(/[^a-z]+/g, '-').replace(/^-|-$/g, '')}-${output.id.slice(-6)}${large ? '-large-print' : ''}.${ending}` })
}
