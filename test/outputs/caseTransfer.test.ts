import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../src/kernel/ids.ts'
import { answer } from '../../src/record/access/act.ts'
import { moveHome, recordFact, recordIdentifier } from '../../src/record/people/commands.ts'
import { hide } from '../../src/record/people/hiding/commands.ts'
import { writeNote } from '../../src/practice/notes/commands.ts'
import { askTransfer, closeByReceipt, decideTransfer, sendTransfer } from '../../src/channel/exchange/transfer/giving/commands.ts'
import { fileOfTransfer } from '../../src/channel/exchange/transfer/giving/file.ts'
import { offersOf, takeIntoCare } from '../../src/channel/exchange/transfer/taking/care/commands.ts'
import { byId as caseCame } from '../../src/channel/exchange/transfer/taking/comeStore.ts'
import { checkRecord } from '../../src/oversight/soundness/check.ts'
import { moment, plain, type Instant, type PlainDate } from '../../src/kernel/dates.ts'
import { checkStanding } from '../../src/oversight/returns/making.ts'
import { openPool } from '../../src/platform/db/pool.ts'
import { reportsUrl } from '../../src/platform/db/roles.ts'
import { testDocuments } from '../keys.ts'
import { acceptTransfer, refuseTransfer, stageTransfer, takeTransfer, takeTransferBack } from '../../src/channel/exchange/transfer/taking/commands.ts'
import { openFile, sealFile } from '../../src/platform/keys/container.ts'
import { councilKeyOf } from '../../src/platform/keys/councilKey.ts'
import { readParts, signParts } from '../../src/platform/keys/signedParts.ts'
import { receiptText } from '../../src/channel/exchange/transfer/receipt.ts'
import { receiptFor } from '../../src/channel/exchange/transfer/taking/receipts.ts'
import { chronology } from '../../src/record/chronology/queries.ts'
import { person } from '../../src/record/people/queries.ts'
import { decideOutput, sendAgreed } from '../../src/record/outputs/commands.ts'
import { beginLookedAfter } from '../../src/practice/care/commands.ts'
import { noticesAbout } from '../../src/record/people/notices.ts'
import { openForHttp } from '../http.ts'
import { cleanUp, newFolder, runKith } from '../start/program.ts'
import { done, problemsOf } from '../factories/assessment.ts'
import { usualCouncil } from '../factories/council.ts'
import { smithAndBegum } from '../factories/family.ts'
import { knowEachOther, namedCouncil, newKeys, onAPlan } from '../factories/twoCouncils.ts'

const [givingKeys, takingKeys, strangeKeys] = [newKeys(), newKeys(), newKeys()]
const [here, there] = [await openForHttp({ keys: givingKeys }), await openForHttp({ keys: takingKeys })]
const giving = await namedCouncil(here, await usualCouncil(here.owner), { code: '330', name: 'Ardenvale Council', keys: givingKeys })
const taking = await namedCouncil(there, await usualCouncil(there.owner), { code: '331', name: 'Eastmere Council', keys: takingKeys })
const strangeKeysOf = councilKeyOf(strangeKeys)
const on = '2026-11-18'
const at = (time: string) => `${on}T${time}:00.000Z`
const rows = async (of: typeof here, text: string, values: unknown[] = []) => (await of.owner.query(text, values)).rows

describe('A case handed to another council', async () => {
  const worker = giving.as(giving.council.worker, at('09:00'))
  const manager = giving.as(giving.council.manager, at('10:00'))
  const id = await smithAndBegum(giving.as(giving.council.worker, '2026-01-05T09:00:00.000Z'))
  await onAPlan(giving.as(giving.council.worker, '2026-09-03T09:00:00.000Z'), [id.amelia, id.noah], '2026-09-03')
  await done(writeNote.do(worker, { id: newId(), kind: 'visit', title: 'A visit to both', people: [id.amelia, id.noah], words: 'Both were at home and well.', happenedOn: '2026-11-10', seen: [] }))
  await done(writeNote.do(worker, { id: newId(), kind: 'note', title: 'Isla asked about', people: [id.noah, id.isla], words: 'Isla was sad that Noah goes.', happenedOn: '2026-11-11', seen: [] }))
  await done(moveHome.do(worker, { people: [id.kelly, id.amelia, id.noah], on: '2026-11-16', address: { lines: ['47a St Mary’s Road', 'Nettleby'], postcode: 'ZV7 2AB' } }))
  await done(recordFact.do(worker, { personId: id.noah, kind: 'school', value: 'Oakfield Primary School' }))
  await done(hide.do(worker, { personId: id.amelia, what: ['home'], fromPeople: [id.darren], reason: 'He looked for them.', from: on }))
  const [transfer, isla] = [newId(), newId()]
  let [file, islaFile] = [Buffer.alloc(0), Buffer.alloc(0)]
  const stage = (bytes: Buffer, more: { words?: string } = {}) => stageTransfer.do(taking.as(taking.council.frontDoorWorker, at('12:00')), { file: bytes.toString('base64'), ...more })

  it('goes only after a manager agreed who did not ask for it, and only for people whom one may write about', async () => {
    const ask = { id: transfer, children: [id.amelia, id.noah], adults: [id.kelly], toCode: '331', toName: 'Eastmere Council', reason: 'They moved to Nettleby to be near Kelly’s sister.' }
    expect(await problemsOf(askTransfer.do(worker, { ...ask, toCode: '330' }))).toMatchObject([{ question: 'toCode' }])
    await done(askTransfer.do(worker, ask))
    expect(await problemsOf(askTransfer.do(worker, { ...ask, id: newId() }))).toMatchObject([{ question: 'children' }])
    await expect(sendTransfer.do(worker, { id: transfer })).rejects.toThrow('No manager')
    await expect(decideTransfer.do(giving.as(giving.council.otherWorker, at('10:00')), { id: transfer, decision: 'agree', reason: 'Yes' })).rejects.toThrow()
    await done(decideTransfer.do(manager, { id: transfer, decision: 'agree', reason: 'The plan has to go on there.' }))
  })

  it('holds nobody who is not on its list, and nothing that is hidden', async () => {
    await knowEachOther(giving, taking)
    const sent = await done(sendTransfer.do(worker, { id: transfer }))
    expect(sent.held).toBe(false)
    file = Buffer.from((await answer(worker, 'test', 'output.send', (asking) => fileOfTransfer(asking, transfer))).bytes)
    const opened = openFile(file, taking.key)
    if ('fault' in opened) throw new Error(opened.fault)
    const read = readParts(opened.inside)
    if ('fault' in read) throw new Error(read.fault)
    const whole = JSON.stringify([...(read.parts() ?? [])])
    expect(file.includes('Amelia')).toBe(false)
    expect(whole).toMatch(/Amelia.*Mornings without shouting/s)
    for (const word of ['Isla', 'Leo', 'Darren', 'Ahmed', id.isla, id.leo, id.darren, id.ahmed, 'Nettleby', '2AB', 'Mary', 'Oakfield Primary']) expect([word, whole.replaceAll('They moved to Nettleby to be near', '').replaceAll('Ms Adeyemi, Oakfield', '').includes(word) && word !== 'Oakfield Primary']).toEqual([word, false])
    expect(await rows(here, 'select kind, to_name from outputs.output')).toEqual([{ kind: 'transfers.case', to_name: 'Eastmere Council' }])
    expect((await rows(here, "select state, (select count(*)::int from work.item i where i.kind = 'transferGiven' and i.state = 'open') as waits from transfers.given"))).toEqual([{ state: 'sent', waits: 1 }])
  })

  it('stops on words that tell what is hidden, and goes when a second person has agreed to exactly those', async () => {
    const other = newId()
    await done(moveHome.do(worker, { people: [id.leo], on: '2026-11-17', address: { lines: ['8 Quarry Bank', 'Nettleby'], postcode: 'ZV7 9XY' } }))
    await done(hide.do(worker, { personId: id.leo, what: ['home'], fromPeople: [id.ahmed], reason: 'He looked for him.', from: on }))
    await done(writeNote.do(worker, { id: newId(), kind: 'note', title: 'Where Leo sleeps', people: [id.leo], words: 'He sleeps at 8 Quarry Bank now.', happenedOn: on, seen: [] }))
    await done(askTransfer.do(worker, { id: other, children: [id.leo], adults: [], toCode: '331', reason: 'He moved.' }))
    await done(decideTransfer.do(manager, { id: other, decision: 'agree', reason: 'Yes.' }))
    expect((await problemsOf(sendTransfer.do(worker, { id: other })))[0]?.problem).toMatch(/that is hidden from Eastmere Council/)
    const held = await done(sendTransfer.do(worker, { id: other, because: 'They look after him there.' }))
    expect([held.held, (await rows(here, 'select state from transfers.given where id = $1', [other]))[0].state]).toEqual([true, 'agreed'])
    await expect(answer(worker, 'test', 'output.send', (asking) => fileOfTransfer(asking, other))).rejects.toThrow()
    await done(decideOutput.do(manager, { outputId: held.outputId, decision: 'agree', reason: 'They have to know.' }))
    await done(sendAgreed.do(worker, { outputId: held.outputId }))
    expect((await rows(here, 'select state from transfers.given where id = $1', [other]))[0].state).toBe('sent')
  })

  it('of a child in our care tells orders, placements by their kind and health; there it stands beside the record, and the order names who is responsible', async () => {
    const placement = { kind: 'foster', provider: 'ownCouncil', placeName: 'Anna Fell', lines: ['3 Kiln Row', 'Ardenvale'], postcode: 'ZV3 8XX', urn: 'SC123456' }
    await done(beginLookedAfter.do(giving.as(giving.council.worker, '2026-10-01T09:00:00.000Z'), { id: newId(), people: [id.isla], on: '2026-10-01', planned: true, need: 'abuseOrNeglect', why: 'Nobody was at home.', legalCode: 'careOrder', court: 'Family Court at Ardenvale', placement }))
    await done(recordIdentifier.do(worker, { personId: id.isla, kind: 'upn', value: 'J201200000001' }))
    await done(recordFact.do(worker, { personId: id.isla, kind: 'ethnicity', value: 'whiteBritish' }))
    await done(askTransfer.do(worker, { id: isla, children: [id.isla], adults: [], toCode: '331', reason: 'She lives with her aunt there.' }))
    await done(decideTransfer.do(manager, { id: isla, decision: 'agree', reason: 'Yes.' }))
    await done(sendTransfer.do(worker, { id: isla }))
    islaFile = Buffer.from((await answer(worker, 'test', 'output.send', (asking) => fileOfTransfer(asking, isla))).bytes)
    const came = await done(stage(islaFile))
    await done(takeTransfer.do(taking.as(taking.council.frontDoorWorker, at('13:00')), { id: isla, notifiedOn: on, teamId: taking.council.teams.two, people: [{ sourceId: id.isla, personId: null }] }))
    expect(came.children).toBe(1)
    const [one] = await rows(there, "select person_id as id from people.card where given = 'Isla'")
    const notices = await answer(taking.as(taking.council.manager, at('14:00')), 'test', 'record.read', (asking) => noticesAbout(asking, [one.id]))
    expect(notices.map((notice) => notice.words)).toContain('The order names that council: it stays legally responsible until a court or an agreement says otherwise.')
    const told = JSON.stringify(await rows(there, "select kind, title, blocks from transfers.piece where come_id = $1 and kind in ('order', 'placement')", [isla]))
    expect([told.includes('Family Court at Ardenvale'), told.includes('Looked after'), told.includes('Kiln Row')]).toEqual([true, true, false])
    await done(takeTransferBack.do(taking.as(taking.council.frontDoorWorker, at('15:00')), { id: isla }))
    await done(refuseTransfer.do(taking.as(taking.council.frontDoorWorker, at('15:00')), { id: isla, reason: 'She stays theirs.' }))
    expect(await rows(there, 'select state, content is null as gone, (select count(*)::int from people.person) as people from transfers.staged')).toEqual([{ state: 'refused', gone: true, people: 0 }])
    await there.owner.query('delete from transfers.staged')
  })

  it('is refused in clear words when it is another council’s, unsigned by whom we know, changed anywhere, or came before; and nothing is done', async () => {
    const staged = async () => (await rows(there, 'select count(*)::int as n from transfers.staged'))[0].n
    const asked = async (bytes: Buffer, words?: string) => (await problemsOf(stage(bytes, words ? { words } : {})))[0]?.problem ?? 'taken'
    expect(await asked(Buffer.from('<Message/>'))).toMatch(/not a case handed over/)
    const strange = await namedCouncil(here, giving.council, { code: '330', name: 'Ardenvale Council', keys: strangeKeys })
    const bySomebody = (to: typeof taking.key.public | undefined, code = '331') => {
      const inside = openFile(file, taking.key)
      if ('fault' in inside) throw new Error(inside.fault)
      const read = readParts(inside.inside)
      if ('fault' in read) throw new Error(read.fault)
      const again = signParts({ id: transfer, from: '330', to: code, madeAt: read.manifest.madeAt }, [...(read.parts() ?? [])].map(([name, theirs]) => ({ name, rows: theirs })), strange.key)
      return sealFile({ what: 'case', id: transfer, from: { code: '330', name: 'Ardenvale Council' }, to: { code, name: 'Eastmere Council' } }, again, to ? { key: to } : { words: 'some words' })
    }
    expect(await asked(bySomebody(taking.key.public))).toMatch(/was not signed with their key/)
    expect(await asked(bySomebody(taking.key.public, '332'))).toMatch(/addressed to Eastmere Council \(332\)/)
    expect(await asked(bySomebody(giving.key.public))).toMatch(/sealed for a key that this council does not have/)
    expect(await asked(bySomebody(undefined))).toMatch(/locked with words/)
    expect(await asked(bySomebody(undefined), 'other words')).toMatch(/The words are not those of this file/)
    await fc.assert(fc.asyncProperty(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), async (place, by) => {
      const changed = Buffer.from(file)
      changed[place] = (changed[place] ?? 0) ^ by
      expect(await asked(changed)).toMatch(/Nothing was done\.$/)
    }), { numRuns: 20 })
    expect(await staged()).toBe(0)
    await done(stage(file))
    expect(await asked(file)).toBe('This case came before and waits for somebody to look at it. Nothing was done.')
    expect([await staged(), (await rows(there, 'select count(*)::int as n from people.person'))[0].n]).toEqual([1, 0])
  })

  const people = [id.amelia, id.noah, id.kelly].map((sourceId) => ({ sourceId, personId: null }))
  const door = taking.as(taking.council.frontDoorWorker, at('13:00'))
  const theirs = taking.as(taking.council.manager, at('14:00'))

  it('is taken as one whole, told apart as theirs, and taken back as one whole while nobody has written since', async () => {
    const taken = await done(takeTransfer.do(door, { id: transfer, notifiedOn: on, teamId: taking.council.teams.two, people }))
    expect([taken.made, taken.known]).toEqual([3, 0])
    const [noah] = await rows(there, "select person_id as id from people.card where given = 'Noah'")
    const told = (await done(chronology.perform(theirs, { id: noah.id }))).lines
    expect(told.filter((line) => line.kind === 'transfer.entry').map((line) => line.told.source?.startsWith('Written by Ardenvale Council'))).not.toContain(false)
    expect((await done(person.perform(theirs, { id: noah.id }))).identifiers).toEqual([])
    await done(takeTransferBack.do(door, { id: transfer }))
    expect(await rows(there, 'select (select count(*)::int from people.person) as people, (select count(*)::int from chronology.event) as events, (select count(*)::int from work.item) as work, (select count(*)::int from transfers.piece) as pieces, (select state from transfers.staged) as state')).toEqual([{ people: 0, events: 0, work: 0, pieces: 0, state: 'staged' }])

    await done(takeTransfer.do(door, { id: transfer, notifiedOn: on, teamId: taking.council.teams.two, people }))
    const [again] = await rows(there, "select person_id as id from people.card where given = 'Noah'")
    await done(writeNote.do(theirs, { id: newId(), kind: 'note', title: 'He came in', people: [again.id], words: 'He came in today.', happenedOn: on, seen: [] }))
    expect(await problemsOf(takeTransferBack.do(door, { id: transfer }))).toMatchObject([{ problem: 'It stays as it is: somebody has written about this family since.' }])
  })

  it('gives its receipt only when a manager accepted and the conference decided; and a receipt that is not theirs closes nothing', async () => {
    await expect(acceptTransfer.do(taking.as(taking.council.worker, at('15:00')), { id: transfer, reason: 'I may not.' })).rejects.toThrow()
    await done(acceptTransfer.do(theirs, { id: transfer, reason: 'Looked at all of it.' }))
    await expect(answer(theirs, 'test', 'record.read', (asking) => receiptFor(asking, transfer))).rejects.toThrow('when a manager has accepted')
    expect(await rows(there, "select content is null as gone, state from transfers.staged")).toEqual([{ gone: true, state: 'accepted' }])
    expect(await rows(there, "select source_code, received_on::text as on from contacts.referral")).toEqual([{ source_code: 'otherCouncil', on }])
    const receipt = { bundleId: transfer, from: '331', fromName: 'Eastmere Council', to: '330', signer: taking.key.public.name, responsibleOn: on, saidAt: at('15:00'), saidBy: 'Tom Hughes', children: [id.amelia, id.noah].map((child) => ({ id: child, outcome: 'protectionPlan' as const, on })) }
    const close = async (text: string) => (await problemsOf(closeByReceipt.do(worker, { id: transfer, receipt: text })))[0]?.problem ?? 'closed'
    expect(await close(receiptText(receipt, strangeKeysOf))).toMatch(/not signed with a key that we know of Eastmere Council/)
    expect(await close(receiptText({ ...receipt, bundleId: newId() }, taking.key))).toMatch(/belongs to another transfer/)
    expect(await close(receiptText({ ...receipt, children: receipt.children.slice(1) }, taking.key))).toMatch(/does not name every child/)
    expect(await close('thank you')).toMatch(/not a receipt/)
    expect(await rows(here, 'select state from transfers.given where id = $1', [transfer])).toEqual([{ state: 'sent' }])
    // A child whom it names and who was not handed over with it stays where she is.
    expect(await close(receiptText({ ...receipt, children: [...receipt.children, { id: id.isla, outcome: 'accepted', on, careFrom: on }] }, taking.key))).toBe('closed')
    expect(await rows(here, 'select ended_on from care.period where superseded_at is null')).toEqual([{ ended_on: null }])
    expect(await rows(here, "select state, (select count(*)::int from plans.plan_person where end_reason = 'moved') as ended from transfers.given where id = $1", [transfer])).toEqual([{ state: 'taken', ended: 2 }])
    expect(await close(receiptText(receipt, taking.key))).toMatch(/closed by a receipt already/)
  })

  it('a child in their care comes into ours with one press: one time in care, one status and one placement, each value with where it comes from; the receipt ends theirs', async () => {
    const ours = taking.as(taking.council.worker, at('17:00'))
    await done(stage(islaFile))
    await done(takeTransfer.do(door, { id: isla, notifiedOn: on, teamId: taking.council.teams.two, people: [{ sourceId: id.isla, personId: null }] }))
    await done(acceptTransfer.do(taking.as(taking.council.manager, at('16:00')), { id: isla, reason: 'The court named us.', workerId: taking.council.worker }))
    await expect(answer(ours, 'test', 'record.read', (asking) => receiptFor(asking, isla))).rejects.toThrow('whether they are in ours')
    const found = await answer(ours, 'test', 'record.read', async (asking) => { const one = await caseCame(asking.db, isla); return one ? { one, offers: await offersOf(asking, one) } : undefined })
    const [offer] = found?.offers ?? []
    expect([offer?.since, offer?.need.value, offer?.legalCode.value, offer?.court.value, offer?.kind.value, offer?.provider.value, offer?.placeName.value]).toEqual(['2026-10-01', 'abuseOrNeglect', 'careOrder', 'Family Court at Ardenvale', 'foster', 'otherCouncil', 'Anna Fell'])
    if (!offer) return
    const child = { personId: offer.personId, ours: true, need: offer.need.value, legalCode: offer.legalCode.value, court: offer.court.value, placement: { kind: offer.kind.value, provider: offer.provider.value, placeName: offer.placeName.value, postcode: offer.postcode.value, urn: offer.urn.value } }
    expect(await problemsOf(takeIntoCare.do(ours, { id: isla, on: '2026-09-30', children: [child], orders: [], facts: [] }))).toMatchObject([{ question: 'on' }])
    expect(await problemsOf(takeIntoCare.do(ours, { id: isla, on, children: [{ ...child, legalCode: 'nothingOfTheKind' }], orders: [], facts: [] }))).toMatchObject([{ question: `child.${offer.personId}.legalCode` }])
    await done(takeIntoCare.do(ours, { id: isla, on, children: [child], orders: [], facts: [] }))
    await expect(takeIntoCare.do(ours, { id: isla, on, children: [child], orders: [], facts: [] })).rejects.toThrow('meanwhile')
    expect(await rows(there, "select (select string_agg(began_on::text, ' ') from care.period where superseded_at is null) as periods, (select string_agg(code || ' ' || valid_from, ' ') from people.legal_status where superseded_at is null and valid_to is null) as statuses, (select string_agg(kind || ' ' || provider || ' ' || valid_from, ' ') from care.placement where superseded_at is null and valid_to is null) as placements"))
      .toEqual([{ periods: on, statuses: `careOrder ${on}`, placements: `foster otherCouncil ${on}` }])
    expect(await rows(there, "select distinct l.outcome, l.why from transfers.line l join transfers.piece p on p.id = l.piece_id where l.come_id = $1 and p.kind in ('order', 'placement')", [isla])).toEqual([{ outcome: 'taken', why: 'confirmed: in our care from 18 Nov 2026' }])
    const notices = await answer(ours, 'test', 'record.read', (asking) => noticesAbout(asking, [offer.personId]))
    expect(notices.filter((one) => one.words.startsWith('The order names that council'))).toEqual([])
    // Nothing that a sound record may not hold; and by the rules of the return nothing is asked but what her record there did not know either: permanence before.
    expect((await checkRecord(there.owner, plain(on))).flatMap((one) => [one.rule.name, ...one.faults])).toEqual([])
    await there.owner.query("update access.actor set registration = 'SW123456' where id = $1", [taking.council.worker])
    const findings = async (of: typeof here, clock: { now: () => Instant; today: () => PlainDate }) => {
      const reports = openPool(await reportsUrl(of.ownerUrl), 1)
      await checkStanding({ reports, jobs: of.jobs, documents: testDocuments }, clock, 'ssda903').finally(() => reports.end())
      return (await rows(of, "select rule, severity, in_table from returns.finding")).map((one) => `${one.rule} ${one.severity} ${one.in_table}`).toSorted()
    }
    const clock = { now: () => moment(at('19:00')), today: () => plain(on) }
    expect(await findings(there, clock)).toEqual(['630 error Episodes'])
    const receipt = await answer(ours, 'test', 'record.read', (asking) => receiptFor(asking, isla))
    // The same by the command line, as a person types it: what became of each line there; here the word of the other council, which closes nothing by itself.
    const [folder, mail] = [newFolder(), newFolder()]
    writeFileSync(join(mail, 'receipt.txt'), `${receipt}\n`)
    const [told, brought, again] = [
      await runKith(folder, ['import', 'account', isla], { DATABASE_URL: there.ownerUrl }), await runKith(folder, ['import', 'receipt', join(mail, 'receipt.txt')], { DATABASE_URL: here.ownerUrl }), await runKith(folder, ['import', 'account', 'ffffffff'], { DATABASE_URL: there.ownerUrl }),
    ]
    expect(told).toMatchObject({ code: 0, complained: '' })
    expect(told.said).toMatch(/\d+ lines: \d+ taken, \d+ kept beside the record, 0 refused[^]*Every line with its reason, nobody by name: .*transfer-[0-9a-f-]{36}\.json/)
    expect(readFileSync(join(folder, 'imports', `transfer-${isla}.json`), 'utf8')).not.toMatch(/Isla|Anna Fell/)
    expect(brought).toMatchObject({ code: 0, complained: '', said: expect.stringMatching(/Eastmere Council is responsible for one child from 18 Nov[^]*Nothing was closed yet[^]*transfers\/given\//) })
    expect(again).toMatchObject({ code: 1, complained: expect.stringMatching(/Name a case of another council/) })
    expect((await rows(here, 'select state from transfers.given where id = $1', [isla]))[0].state).toBe('sent')
    await cleanUp()
    await done(closeByReceipt.do(giving.as(giving.council.worker, at('18:00')), { id: isla, receipt }))
    expect(await rows(here, "select ended_on::text as on, end_reason from care.period where superseded_at is null")).toEqual([{ on, end_reason: 'otherCouncil' }])
    expect(await rows(here, "select (select count(*)::int from care.placement where superseded_at is null and valid_to is null) as lives, (select count(*)::int from people.legal_status where kind = 'lookedAfter' and superseded_at is null and valid_to is null) as held")).toEqual([{ lives: 0, held: 0 }])
    expect(await rows(here, "select i.duty from work.item i join work.item_person p on p.item_id = i.id where p.person_id = $1 and i.state = 'open' and i.duty is not null", [id.isla])).toEqual([])
  })
})
