import { TypeCompiler } from '@sinclair/typebox/compiler'
import { isPlainDate, moment, plain, type Instant } from '../../../../kernel/dates.ts'
import { broken, conflict, notFound } from '../../../../kernel/errors.ts'
import { newId } from '../../../../kernel/ids.ts'
import { Id, shape } from '../../../../kernel/shape.ts'
import { openStep } from '../../../../practice/protection/commands/opening.ts'
import { command } from '../../../../record/access/act.ts'
import { councilSettings } from '../../../../record/access/council.ts'
import type { Asking, Happening } from '../../../../record/access/model.ts'
import { fileChanged, recordRelationships, registerPeople } from '../../../../record/people/register.ts'
import { idsOf } from '../../../../record/people/queries.ts'
import { finishWork, openWork } from '../../../../record/work/register.ts'
import { keysOf } from '../councils/councilStore.ts'
import { Bundle, type BundlePerson, type Piece } from '../model.ts'
import { isOnPlan } from '../pieces.ts'
import { accountOf, inChronology } from './account.ts'
import { offersOf } from './care/commands.ts'
import * as come from './comeStore.ts'
import { writeLines } from './lineStore.ts'
import { AcceptTransfer, RefuseTransfer, StageTransfer, TakeTransfer } from './model.ts'
import { nameOf } from './matching.ts'
import { readFile } from './reading.ts'
import * as staged from './stagedStore.ts'
import * as write from './writingStore.ts'

const typedBundle = TypeCompiler.Compile(Bundle)
const sealedAbout = (id: string): string => `case transfer ${id}`

/** What is in a staged file, as it was read and found sound. @throws HouseError where it is gone */
export function bundleIn(asking: Asking, found: Readonly<{ id: string; content: string | null }>): Bundle {
  if (found.content === null) throw conflict('What was in this file is not kept any more: it was accepted or refused.')
  const bundle: unknown = JSON.parse(asking.documents.read(sealedAbout(found.id), found.content))
  if (!typedBundle.Check(bundle)) throw broken('A staged file cannot be read any more.')
  return bundle
}

/** A file of another council: read, and kept aside until somebody has said whom it is about. A file that cannot be trusted, or came before, changes nothing. */
export const stageTransfer = command('transfers.stage', StageTransfer, {
  may: 'contact.record',
  people: () => [],
  run: async (asking, { file, words }) => {
    const key = asking.councilKey
    if (!key) throw broken('No key of the council was given.')
    const { authority } = await councilSettings(asking.db)
    const read = await readFile(Buffer.from(file, 'base64'), { authority, key, keysOf: (code) => keysOf(asking.db, code), ...(words?.trim() ? { words } : {}) })
    if ('problem' in read) return { problems: [{ question: words === undefined || !read.problem.startsWith('The words') ? 'file' : 'words', problem: read.problem }] }
    const { bundle, manifest, from, sha256 } = read
    const before = await staged.cameBefore(asking.db, manifest.id)
    if (before) return { problems: [{ question: 'file', problem: `This case came before and ${{ staged: 'waits for somebody to look at it', taken: 'waits to be accepted', accepted: 'was accepted', refused: 'was refused' }[before]}. Nothing was done.` }] }
    await staged.insert(asking.db, {
      id: manifest.id, fromCode: from.code, fromName: from.name, signer: manifest.signer, madeAt: manifestMoment(manifest.madeAt, asking), sha256, children: bundle.people.filter((one) => one.part === 'child').length,
      content: asking.documents.kept(sealedAbout(manifest.id), JSON.stringify(bundle)), stagedAt: asking.now, by: asking.actor.id,
    })
    return { answer: { id: manifest.id, children: bundle.people.filter((one) => one.part === 'child').length, from: from.name, lines: held(bundle) } }
  },
})
/** How many lines of each kind a file holds, before anybody said whom it is about. */
const held = (bundle: Bundle): readonly Readonly<{ what: string; count: number }>[] => [...Map.groupBy(accountOf(bundle, { made: new Set(), numbers: new Map(), links: new Set() }), (one) => one.what)].map(([what, of]) => ({ what, count: of.length }))
/** When it was made, as its signed contents say; a clock that goes wrong elsewhere does not put it into our future. */
const manifestMoment = (madeAt: string, { now }: Pick<Asking, 'now'>): Instant => (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(madeAt) && madeAt <= now ? moment(madeAt) : now)

/** It is not for us. What was in it is forgotten; that it came, and why it was refused, is kept. */
export const refuseTransfer = command('transfers.refuse', RefuseTransfer, {
  may: 'contact.record',
  people: () => [],
  run: async (asking, { id, reason }) => {
    if ((await staged.setState(asking.db, id, 'staged', 'refused', reason.trim())) === 0) throw conflict('This was taken or refused already.')
    return { answer: { id }, why: reason.trim() }
  },
})

const known = (input: { people: readonly { personId: string | null }[] }): string[] => [...new Set(input.people.flatMap((one) => one.personId ?? []))]
/** Of these pieces, the children whom another council has on a child protection plan. */
export const onPlanElsewhere = (pieces: readonly Readonly<{ kind: Piece['kind']; about: readonly string[]; value?: unknown }>[]): string[] => [...new Set(pieces.flatMap((one) => (one.kind === 'onPlan' && isOnPlan(one.value) && one.value.plan === 'protectionPlan' && one.value.endedOn === null ? one.about : [])))]

/**
 * Takes a staged file into the record: who is new is recorded, who is known gets what the other council tells beside their own record, and all of it stays told apart with
 * its source. Until a manager accepts it, it can be taken back as one whole.
 */
export const takeTransfer = command('transfers.take', TakeTransfer, {
  may: 'contact.record',
  people: known,
  run: async (asking, input) => {
    const found = await staged.byId(asking.db, input.id)
    if (!found) throw notFound('We could not find that file.')
    if (found.state !== 'staged') throw conflict('Somebody has taken or refused this meanwhile.')
    const bundle = bundleIn(asking, found)
    if (!isPlainDate(input.notifiedOn) || input.notifiedOn > asking.today) return { problems: [{ question: 'notifiedOn', problem: 'Give the day of the other council’s written notice: today or before.' }] }
    if (known(input).length !== input.people.filter((one) => one.personId).length) return { problems: [{ question: 'people', problem: 'Two people of the file cannot be one person here. Choose again.' }] }
    const targets = new Map<string, { person: BundlePerson; id: string; made: boolean }>()
    for (const person of bundle.people) {
      const choice = input.people.find((one) => one.sourceId === person.id)
      if (!choice) return { problems: [{ question: `people.${person.id}`, problem: `Say whether ${nameOf(person).given || 'this person'} is somebody known here.` }] }
      targets.set(person.id, { person, id: choice.personId ?? newId(Date.parse(asking.now)), made: choice.personId === null })
    }
    const children = [...targets.values()].filter((one) => one.person.part === 'child')
    const lead = children[0]?.id ?? ''
    await staged.writesAsOne(asking.db, { id: found.id, fileName: `${found.fromName}, case transfer`.slice(0, 300), sha256: found.sha256, authority: found.fromCode, children: found.children, by: asking.actor.id, at: asking.now }, lead)
    const made = [...targets.values()].filter((one) => one.made)
    await registerPeople(asking, made.map((one) => ({ id: one.id, unborn: one.person.unborn })), { domain: 'children', teamId: input.teamId, source: `transfer:${found.fromCode}` })
    const places = new Set(made.flatMap((one) => one.person.addresses.filter((each) => each.to === null && each.kind === 'home').map(write.homeOf)))
    const households = new Map([...places].map((place) => [place, newId(Date.parse(asking.now))]))
    for (const one of made) await write.writePerson(asking, one.id, one.person, { code: found.fromCode, households })
    const numbers = new Map<string, ReadonlySet<string>>()
    for (const [sourceId, one] of targets) if (!one.made) numbers.set(sourceId, await write.addNumbers(asking, await idsOf(asking, [one.id]), one.person))
    const here = (sourceId: string): string => targets.get(sourceId)?.id ?? lead
    const between = bundle.relationships.map((one) => ({ ...one, personId: here(one.personId), otherId: here(one.otherId) }))
    const links = await write.newRelationships(asking, between)
    await recordRelationships(asking, links.flatMap((at) => between[at] ?? []).map(({ personId, otherId, kind, parentalResponsibility, from, to }) => ({ personId, otherId, kind, ...(parentalResponsibility ? { parentalResponsibility } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) })))
    await write.writeCome(asking, { id: found.id, fromCode: found.fromCode, fromName: found.fromName, madeAt: found.madeAt, notifiedOn: input.notifiedOn, teamId: input.teamId, people: [...targets].map(([sourceId, one]) => ({ personId: one.id, sourceId, part: one.person.part, made: one.made })) })
    const pieces = bundle.pieces.map((one) => ({ ...one, about: [...new Set(one.about.map(here))] }))
    const pieceIds = await write.writePieces(asking, found.id, pieces)
    const account = accountOf(bundle, { made: new Set(made.map((one) => one.person.id)), numbers, links: new Set(links) })
    await writeLines(asking, found.id, account.map((one) => ({ ...one, about: [...new Set(one.about.map(here))] })), pieceIds)
    const itemId = await openWork(asking, { kind: 'transferCame', domain: 'children', people: [...targets.values()].map((one) => one.id), subject: { kind: 'transferCome', id: found.id }, teamId: input.teamId, words: found.fromName })
    await write.setItem(asking, found.id, itemId)
    await staged.setState(asking.db, found.id, 'staged', 'taken')
    await fileChanged(asking)
    const everybody = [...targets.values()].map((one) => one.id)
    const happened: Happening[] = [
      { kind: 'transfer.came', people: everybody, on: asking.today, significant: true, subject: { kind: 'transferCome', id: found.id } },
      ...pieces.flatMap((one, at): Happening[] => (one.on && isPlainDate(one.on) && inChronology(one) ? [{ kind: 'transfer.entry', people: one.about, on: one.on, significant: one.kind !== 'entry', subject: { kind: 'transferPiece', id: pieceIds[at] ?? '' } }] : [])),
    ]
    return { answer: { id: found.id, made: made.length, known: targets.size - made.length, pieces: pieces.length }, alsoAbout: everybody, happened }
  },
})

/** A manager accepts what came: the case is ours to work on, with a referral, a team that owns it, and the transfer-in conference with its clock from the day of the written notice. */
export const acceptTransfer = command('transfers.accept', AcceptTransfer, {
  may: 'work.decide',
  people: ({ id }, db) => come.peopleOf(db, id),
  run: async (asking, { id, reason, workerId }) => {
    const found = await come.byId(asking.db, id)
    if (!found) throw notFound('We could not find that.')
    if ((await write.setAccepted(asking, id, reason.trim())) === 0) throw conflict('This was accepted already.')
    await staged.settle(asking.db, id, 'accepted')
    await staged.setState(asking.db, id, 'taken', 'accepted')
    if (found.itemId) await finishWork(asking, found.itemId, { outcome: 'accepted' })
    const children = found.people.filter((one) => one.part === 'child').map((one) => one.personId)
    const ids = await idsOf(asking, children)
    const referralId = await write.writeReferral(asking, children, found.notifiedOn)
    const on = plain(found.notifiedOn)
    const happened: Happening[] = [{ kind: 'referral.received', people: children, on, significant: true, subject: { kind: 'referral', id: referralId } }]
    const planned = onPlanElsewhere(await come.pieces(asking.db, id)).filter((one) => ids.includes(one))
    if (planned.length > 0) {
      const itemId = await openStep(asking, { kind: 'arrangeMeeting', section: 'transferInConference', people: planned, subject: { kind: 'transferCome', id }, workerId: workerId ?? null, teamId: found.teamId, duty: 'transferConference.held', from: on, words: `On a child protection plan of ${found.fromName}` })
      happened.push({ kind: 'protection.transferNotified', people: planned, on, significant: true, subject: { kind: 'work', id: itemId } })
    }
    const others = children.filter((one) => !planned.includes(one))
    if (others.length > 0) await openWork(asking, { kind: 'task', domain: 'children', people: others, subject: { kind: 'transferCome', id }, teamId: found.teamId, workerId: workerId ?? null, words: `A case from ${found.fromName}: begin to work with the family` })
    const looked = (await offersOf(asking, found)).map((one) => one.personId)
    if (looked.length > 0) await openWork(asking, { kind: 'transferCare', domain: 'children', people: looked, subject: { kind: 'transferCome', id }, teamId: found.teamId, workerId: workerId ?? null, words: found.fromName })
    return { answer: { id, conference: planned.length > 0 }, happened, why: reason.trim() }
  },
})

/** Takes all of it back while it is not accepted. Where somebody has written about the family since, it stays as it is. */
export const takeTransferBack = command('transfers.takeBack', shape({ id: Id }), {
  may: 'contact.record',
  people: ({ id }, db) => come.peopleOf(db, id),
  run: async (asking, { id }) => {
    const found = await come.byId(asking.db, id)
    if (!found || found.acceptedAt) throw conflict('This was accepted and stays. What is wrong in it is put right on the records themselves.')
    const rows = await staged.takeBack(asking.db, id)
    const against = rows.find((one) => one.against !== null)?.against
    if (against) return { problems: [{ question: 'id', problem: `It stays as it is: ${against.replace('this child', 'this family')}.` }] }
    await staged.settle(asking.db, id, 'undone')
    await staged.setState(asking.db, id, 'taken', 'staged')
    await fileChanged(asking)
    return { answer: { id }, why: 'The transfer was taken back' }
  },
})
