import { createHash } from 'node:crypto'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import { headOf, openFile } from '../../../../platform/keys/container.ts'
import { readPublicKey, type CouncilKey } from '../../../../platform/keys/councilKey.ts'
import { readParts, type Manifest } from '../../../../platform/keys/signedParts.ts'
import { Bundle } from '../model.ts'

const typed = TypeCompiler.Compile(Bundle)
type Signer = Readonly<{ key: string; withdrawn: boolean }>
/** What is known of councils: our own number, our key, and the keys of the one that a file says it is from. */
export type Knows = Readonly<{ authority: string; key: CouncilKey; keysOf: (code: string) => Promise<readonly Signer[]>; words?: string | undefined }>
export type ReadFile = Readonly<{ bundle: Bundle; manifest: Manifest; from: Readonly<{ code: string; name: string }>; sha256: string } | { problem: string }>

const nothingDone = 'Nothing was done.'
/** Opens a file from another council and says in plain words why it cannot be trusted, where it cannot: no part of it is used then. */
export async function readFile(file: Buffer, knows: Knows): Promise<ReadFile> {
  const refuse = (problem: string): ReadFile => ({ problem: `${problem} ${nothingDone}` })
  const outside = headOf(file)
  if (!outside || outside.head.what !== 'case') return refuse('This is not a case handed over by another council: its beginning is another.')
  const { from, to } = outside.head
  if (knows.authority === '') return refuse('Your council’s own number is not set. An administrator sets it under Settings, Council.')
  if (to.code !== knows.authority) return refuse(`This file is addressed to ${to.name} (${to.code}), not to this council.`)
  const opened = openFile(file, knows.key, knows.words)
  if ('fault' in opened) {
    if (opened.fault === 'wordsWanted') return refuse(`This file is locked with words. Ring ${from.name} and ask for them, then give them with the file.`)
    if (opened.fault === 'otherKey') return refuse(`This file was sealed for a key that this council does not have. Give ${from.name} your present key, and ask for the file again.`)
    return refuse('words' in knows && knows.words ? 'The words are not those of this file, or the file was changed on its way. Ask for both again.' : 'This file was changed on its way. Ask the other council to send it again.')
  }
  const read = readParts(opened.inside)
  const notWhole = 'What is inside this file is not what its contents say. Ask the other council to send it again.'
  if ('fault' in read) return refuse(read.fault === 'otherFormat' ? `This file was made by a newer Kith. Ask those who look after yours to bring it up to date.` : notWhole)
  const { manifest } = read
  if (manifest.id !== outside.head.id || manifest.from !== from.code || manifest.to !== to.code) return refuse('The outside of this file and its inside are not of one piece. Ask the other council to send it again.')
  const known = await knows.keysOf(from.code)
  if (known.length === 0) return refuse(`We know no key of ${from.name} (${from.code}), so we cannot tell whether it is from them. Ask them for it and check it by telephone: an administrator enters it under Settings, Other councils.`)
  const signer = known.find((one) => read.signedBy(readPublicKey(one.key)?.signing ?? Buffer.alloc(32)))
  if (!signer) return refuse(`This file says it is from ${from.name}, and was not signed with their key. Ring them before you trust it.`)
  if (signer.withdrawn) return refuse(`This file was signed with a key of ${from.name} that was withdrawn. Ask them to make it again.`)
  const parts = read.parts()
  if (!parts) return refuse(notWhole)
  const bundle: unknown = { reason: String(parts.get('reason')?.[0] ?? ''), people: parts.get('people') ?? [], relationships: parts.get('relationships') ?? [], pieces: parts.get('pieces') ?? [] }
  if (!typed.Check(bundle)) return refuse('The file is sound and signed, but holds something that this version cannot read. Tell those who look after Kith here and there.')
  const problem = whoIsMissing(bundle)
  return problem ? refuse(problem) : { bundle, manifest, from, sha256: createHash('sha256').update(file).digest('hex') }
}

/** Everything in a bundle is about people who are in it. */
function whoIsMissing({ people, relationships, pieces }: Bundle): string | undefined {
  const listed = new Set(people.map((one) => one.id))
  const named = [...relationships.flatMap((one) => [one.personId, one.otherId]), ...pieces.flatMap((one) => one.about)]
  if (listed.size !== people.length) return 'The file names one person twice.'
  if (!people.some((one) => one.part === 'child')) return 'The file is about no child.'
  return named.every((id) => listed.has(id)) ? undefined : 'The file tells of somebody who is not on its list.'
}
