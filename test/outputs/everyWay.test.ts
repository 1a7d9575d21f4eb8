import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../../src/modules.ts'
import { everyKind } from '../../src/record/outputs/sending.ts'

const root = join(import.meta.dirname, '../../src')
const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((one) => one.isFile() && /\.tsx?$/.test(one.name) && !/\.(test|fixture)\.tsx?$/.test(one.name))
  .map((one) => { const path = join(one.parentPath, one.name); return { path: path.slice(root.length + 1), text: readFileSync(path, 'utf8') } })
const gate = 'record/outputs/'

/** Commands whose name says that something goes to somebody, but nothing leaves the house; each with the reason. */
const staysInside: Readonly<Record<string, string>> = {
  'assessments.send': 'to the manager, to be agreed',
  'protection.sendEnquiry': 'to the manager, to be agreed',
  'outputs.sendAgreed': 'the gate itself, once a second person agreed',
  'outputs.sendRecord': 'the gate itself',
}
const saysItLeaves = /\.(send|share|export|print|mail|post|text|fax|disclose|publish|notify|write?letter)[A-Z]?/i

describe('Everything leaves by the one gate', () => {
  it('a file is let out there and nowhere else', () => {
    const letOut = files.filter((file) => /\boutOfTheGate\b/.test(file.text) && file.path !== 'record/access/leaving.ts').map((file) => file.path)
    expect(letOut.length).toBeGreaterThan(0)
    expect(letOut.filter((path) => !path.startsWith(gate))).toEqual([])
  })

  it('no other file makes a PDF, a Word document, a table for a table program or a download', () => {
    const makes = /content-disposition|application\/(?:pdf|zip|octet-stream|rtf|msword|vnd\.)|text\/(?:csv|calendar|vcard)|wordprocessingml|from 'pdfkit'|nodemailer|message\/rfc822|\.sendFile\(|\.download\(/i
    // the server writes the head of an answer that the gate let out
    expect(files.filter((file) => makes.test(file.text) && !file.path.startsWith(gate)).map((file) => file.path)).toEqual(['channel/web/server.ts'])
    expect(files.find((file) => file.path === 'channel/web/server.ts')?.text.match(/content-disposition/g)).toHaveLength(1)
  })

  it('a command that says it sends, shares, prints or exports goes through it, or stays inside the house', () => {
    const leaving = commands.map((one) => one.name).filter((name) => saysItLeaves.test(name) && !(name in staysInside))
    const without = leaving.filter((name) => {
      const at = files.find((file) => file.text.includes(`command('${name}'`))
      return !at || !/\bsendOut\(/.test(at.text)
    })
    expect(without).toEqual([])
    expect(leaving).toContain('assessments.sendLetter')
    expect(Object.keys(staysInside).filter((name) => !commands.some((one) => one.name === name))).toEqual([])
  })

  it('no title is made of names by itself: the gate puts those after it whom the reader may know of', () => {
    const making = files.filter((file) => /\b(sendOut|outgoing\w*)\(/.test(file.text))
    expect(making.length).toBeGreaterThan(4)
    expect(making.filter((file) => /\btitle: (?:`[^`]*\$\{[^}]*(?:listed|name|given)\b(?!OfKind|d?Of\(|: *kind)|[^,\n]*listed\()/.test(file.text.replace(/kindFor\([^)]*\)\.name/g, ''))).map((file) => file.path)).toEqual([])
  })

  it('what is written about all of a plan or meeting is asked whether it is about somebody its sender may not know, wherever it goes into a paper', () => {
    const makes = files.filter((file) => /\b(planPassages|minutesPassages|writtenPassages)\(/.test(file.text) && !/export function (planPassages|minutesPassages|writtenPassages)\(/.test(file.text))
    expect(makes.map((file) => file.path).toSorted()).toEqual(['channel/exchange/transfer/gather.ts', 'practice/papers/facts.ts', 'practice/papers/sending.ts', 'record/meetings/commands/sending.ts'])
    expect(makes.filter((file) => !file.text.includes('alsoOfUnseen(')).map((file) => file.path)).toEqual([])
  })

  it('a page that prints or sends shows first what goes and what is held back, and sends only what was shown', () => {
    const pages = files.filter((file) => /\bpage\(['`]\/[^'`]*\/(?:send|bundle|invitations\/:invited)['`]/.test(file.text))
    expect(pages.length).toBeGreaterThan(3)
    expect(pages.filter((file) => !/\blookOut\(/.test(file.text) || !/\bonlyLooks\(/.test(file.text)).map((file) => file.path)).toEqual([])
  })

  it('a page of ours is on paper a copy for staff, and what has not gone out is on no paper', () => {
    expect(readFileSync(join(root, 'platform/page/style/print.css'), 'utf8')).toContain('body[data-actor-name]:not(:has(.letter)) main::before')
    // A paper for somebody is drawn in a few places: as it went, or on the screen alone.
    const drawn = files.filter((file) => /<(OnPage|Paper) /.test(file.text))
    expect(drawn.map((file) => file.path).toSorted()).toEqual(['practice/assessments/pages/letter.tsx', 'record/outputs/pages/sent.tsx', 'record/outputs/pages/toReader.tsx'])
    expect(drawn.filter((file) => !file.text.includes('data-screen-only')).map((file) => file.path)).toEqual([])
  })

  it('each kind of output says for what purpose, on what basis in law, and under what name without anybody’s', () => {
    expect(everyKind().length).toBeGreaterThan(1)
    for (const kind of everyKind()) {
      expect({ kind: kind.kind, purpose: kind.purpose.length > 5, basis: kind.lawfulBasis.length > 5, title: /^[A-Z][a-z ,’-]+$/i.test(kind.title) }).toEqual({ kind: kind.kind, purpose: true, basis: true, title: true })
    }
  })

  it('what is hidden in clear is read in two places: for the gate to compare, and for who asks to see it', () => {
    expect(files.filter((file) => file.text.includes('people.hidden_from(')).map((file) => file.path)).toEqual(['record/outputs/store/outputs.ts'])
    const lines = files.filter((file) => /from people\.address/.test(file.text) && /\blines\b/.test(file.text)).map((file) => file.path)
    expect(lines.toSorted()).toEqual(['record/people/hiding/store.ts', 'record/people/store/asKnown.ts', 'record/people/store/reading.ts', 'record/people/store/writing.ts'])
  })
})

describe('What somebody types to find a person stands in no address', () => {
  const asked = files.filter((file) => file.path.endsWith('.tsx')).flatMap((file) => [...file.text.matchAll(/<form (?:class="[^"]*" )?method="get"[\s\S]*?<\/form>|<Narrow (?:(?!words)[^>])*>[\s\S]*?<\/Narrow>/g)].map((found) => ({ path: file.path, text: found[0] })))
  it('a form that writes its answers into the address asks for choices, days and numbers, never for words', () => {
    expect(asked.length).toBeGreaterThan(4)
    expect(asked.filter((one) => /<(?:Line\b(?![^>]*inputMode="numeric")|Words\b)|type="search"/.test(one.text)).map((one) => one.path)).toEqual([])
  })
})
