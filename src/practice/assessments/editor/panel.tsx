import { useState } from 'preact/hooks'
import type { Answers } from '../../../engine/forms/model.ts'
import { counted, listed, possessive } from '../../../kernel/phrasing.ts'
import { Button } from '../../../platform/page/button.tsx'
import { EmptyLine } from '../../../platform/page/empty.tsx'
import { Passage, ReferencePanel } from '../../../platform/page/reference-panel.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { Token, TokenRow } from '../../../platform/page/token.tsx'
import { besideKinds, type Beside, type BesideKind, type BesidePart, type BesideRecord, type ShownChild } from '../model/shown.ts'
import { typeAtCursor } from './typing.ts'

const labels: Readonly<Record<BesideKind, string>> = { visits: 'Visits', notes: 'Notes', chronology: 'Chronology', lastTime: 'Last time', mapping: 'Mapping', contacts: 'Contacts' }
const empty: Readonly<Record<BesideKind, string>> = { visits: 'No visits yet', notes: 'No notes yet', chronology: 'Nothing yet', lastTime: 'No assessment before this one', mapping: 'No mapping with the family yet', contacts: 'No contacts' }
/** One record at a time, as one reads visits; or a list, as one reads a chronology. */
const oneByOne: readonly BesideKind[] = ['visits', 'notes', 'mapping', 'contacts']

const isBeside = (value: unknown): value is Beside => typeof value === 'object' && value !== null && 'records' in value && Array.isArray(value.records)

type Place = Readonly<{ at: number; child: string | undefined }>
type Reading = Readonly<{ writingFor: string | undefined; children: readonly ShownChild[]; answers: Answers; live: boolean; say: (words: string) => void }>

/** Whose answer this passage already stands in. */
function quotedIn(part: BesidePart, { answers, children }: Reading): string | undefined {
  const has = (value: unknown) => typeof value === 'string' && value.includes(part.words)
  for (const answer of Object.values(answers)) {
    const own = Object.entries(answer.each ?? {}).find(([, value]) => has(value))?.[0]
    if (own) return `Quoted in ${possessive(children.find((child) => child.id === own)?.given ?? 'a child')} answer`
    if (has(answer.all)) return 'Quoted in the answer for all'
  }
  return undefined
}

function PartView({ part, record, reading }: { part: BesidePart; record: BesideRecord; reading: Reading }) {
  const { children, writingFor, live, say } = reading
  const only = part.about.length > 0 && part.about.length < children.length ? children.filter((child) => part.about.includes(child.id)) : []
  const quoted = quotedIn(part, reading)
  // A passage about one child never goes into an answer that stands in everybody's record.
  const elsewhere = only.length > 0 && (writingFor === undefined || !part.about.includes(writingFor))
  const names = listed(only.map((child) => child.given))
  const quote = () => {
    if (!typeAtCursor(`“${part.words.replace(/^[“"]|[”"]$/g, '')}” (${record.source})`)) say('Put the cursor where the words should stand, then quote.')
  }
  return (
    <>
      {part.head ? <p class="source">{part.head}</p> : null}
      <Passage theirs={part.theirs ?? false} quoted={quoted ? <Tag kind="good" icon="tick">{quoted}</Tag> : undefined}
        quote={!live ? undefined : elsewhere ? <p class="source">Write separately for {names} to quote it.</p>
          : <span onMouseDown={(event: Event) => event.preventDefault()}><Button kind="row" icon="quote" type="button" about={`: ${part.words.slice(0, 40)}`} onClick={quote}>Quote this</Button></span>}>
        {only.length > 0 ? <span class="source">About {names} only. </span> : null}{part.theirs ? `“${part.words}”` : part.words}
      </Passage>
    </>
  )
}

function RecordView({ record, reading }: { record: BesideRecord; reading: Reading }) {
  const [showAll, setShowAll] = useState(false)
  const { children, writingFor } = reading
  const isTheirs = (part: BesidePart) => writingFor !== undefined && part.about.length > 0 && !part.about.includes(writingFor)
  const hidden = showAll ? [] : record.parts.filter(isTheirs)
  const whose = listed([...new Set(hidden.flatMap((part) => part.about))].flatMap((id) => children.find((child) => child.id === id)?.given ?? []))
  const me = children.find((child) => child.id === writingFor)?.given
  return (
    <div class="beside-record">
      <div><h3><TokenRow marks={children.filter((child) => record.people.includes(child.id)).map((child) => child.mark)} />{record.title}</h3>{record.second ? <p class="source">{record.second}</p> : null}</div>
      {record.parts.filter((part) => !hidden.includes(part)).map((part) => <PartView key={part.id} part={part} record={record} reading={reading} />)}
      {hidden.length > 0 ? <p class="source">About {whose} only: {counted(hidden.length, 'passage', 'passages')}, hidden while you write for {me}. <button class="quiet-button" type="button" onClick={() => setShowAll(true)}>Show</button></p> : null}
    </div>
  )
}

export type PanelView = typeof Panel

/** Reads anything of the family beside the form: it keeps its place, and the cursor stays where it is. */
export function Panel({ itemId, first, reading }: { itemId: string; first: Beside; reading: Reading }) {
  const { live, children } = reading
  const [kind, setKind] = useState<BesideKind>(first.kind)
  const [read, setRead] = useState<Partial<Record<BesideKind, Beside>>>({ [first.kind]: first })
  const [places, setPlaces] = useState<Partial<Record<BesideKind, Place>>>({})
  const here = read[kind]
  const place = places[kind] ?? { at: 0, child: undefined }
  const go = (to: Place) => setPlaces({ ...places, [kind]: to })
  const open = (next: BesideKind) => {
    setKind(next)
    if (read[next]) return
    void fetch(`/assessments/${itemId}/beside?kind=${next}`, { headers: { accept: 'application/json' } }).then(async (reply) => {
      const found: unknown = await reply.json()
      if (reply.ok && isBeside(found)) setRead((before) => ({ ...before, [next]: found }))
      else reading.say('That could not be read just now. Try again in a minute.')
    }).catch(() => reading.say('That could not be read just now. Try again in a minute.'))
  }
  const records = (here?.records ?? []).filter((record) => place.child === undefined || record.people.length === 0 || record.people.includes(place.child))
  const single = oneByOne.includes(kind)
  const shown = single ? records.slice(place.at, place.at + 1) : records
  const tabs = besideKinds.map((key) => ({ label: labels[key], href: `?beside=${key}#reference`, here: key === kind }))
  const choose = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('.tabs a') : null
    const key = link ? new URLSearchParams(link.getAttribute('href')?.split('#')[0] ?? '').get('beside') : null
    const next = besideKinds.find((one) => one === key)
    if (!next || !live) return
    event.preventDefault()
    open(next)
  }
  const stay = (event: Event) => { if (live && event.target instanceof Element && event.target.closest('a, button') && !event.target.closest('a[target]')) event.preventDefault() }
  return (
    <div onClick={choose} onMouseDown={stay}>
      <ReferencePanel tabs={tabs} foot={single && records.length > 1 ? <>
        {place.at < records.length - 1 ? <button class="quiet-button" type="button" onClick={() => go({ ...place, at: place.at + 1 })}>Earlier</button> : <span />}
        <span>{place.at + 1} of {records.length}</span>
        {place.at > 0 ? <button class="quiet-button" type="button" onClick={() => go({ ...place, at: place.at - 1 })}>Later</button> : <span />}
      </> : undefined}>
        {live && children.length > 1 && kind !== 'lastTime' ? (
          <div class="beside-who" role="group" aria-label="Whose records">
            {[undefined, ...children].map((child) => (
              <button class="chip" type="button" aria-pressed={place.child === child?.id} onClick={() => go({ at: 0, child: child?.id })}>{child ? <Token mark={child.mark} beside /> : null}{child ? child.given : 'All'}</button>
            ))}
          </div>
        ) : null}
        {shown.map((record) => <RecordView key={record.id} record={record} reading={reading} />)}
        {here && records.length === 0 ? <EmptyLine title={empty[kind]}>What is recorded about the family appears here.</EmptyLine> : null}
        {here ? null : <p class="source" role="status">Reading</p>}
      </ReferencePanel>
    </div>
  )
}
