import { dayInWords, dayOf, type PlainDate } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choices, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { answer } from '../../../record/access/act.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { nameForAdoption, problemsOfAdoption, sealAdoption, takeOffAdoption } from '../../../record/people/adoption/commands.ts'
import type { Adoption, Holder, OnList } from '../../../record/people/adoption/model.ts'
import { adoption } from '../../../record/people/adoption/queries.ts'
import { addPeople } from '../../../record/people/commands.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { cardsOf } from '../../../record/people/queries.ts'
import { readFamily } from './familyRead.ts'
import { bornInWords } from './parts.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const idsIn = (value: unknown): string[] => (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string' && isId(one))
const problemOf = (ask: Ask, name: string) => ({ problem: ask.problems.find((one) => one.question === name || one.question.endsWith(`.${name}`))?.problem })
const carers = ['adoptiveParent', 'fosterCarer', 'specialGuardian']

type Link = Adoption & Readonly<{ list: readonly OnList[] }>
const LinkCard = ({ link, holders, action, me, ask }: { link: Link; holders: readonly Holder[]; action: string; me: string; ask: Ask }) => (
  <Card kind="seal" title={link.isOld ? 'The new identity' : 'The identity before the adoption'} lede={`Order of ${dayInWords(link.orderOn)}. Sealed by ${link.sealedBy} on ${dayInWords(dayOf(link.sealedAt))}.`}>
    <p class="answer">{link.otherId ? <a href={`/people/${link.otherId}`}>{link.otherName}</a> : 'A record that you may not open'}</p>
    <p>{link.reason}</p>
    <Table caption="Who knows of this link" captionSeen stack rows={link.list} columns={[
      { title: 'Who', head: true, cell: (one) => <>{one.actor}{one.jobTitle ? <span class="second">{one.jobTitle}</span> : null}</> },
      { title: 'Since', cell: (one) => <>{dayInWords(dayOf(one.since))}<span class="second">by {one.by}</span></> },
      { title: 'Take off', titleUnseen: true, cell: (one) => (
        <form method="post" action={action} data-prove class="give"><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="takeOff" /><input type="hidden" name="adoptionId" value={link.id} /><input type="hidden" name="actorId" value={one.actorId} /><Line id={`off-${one.actorId}`} name="reason" label={`Why ${one.actor} goes`} look="hidden" placeholder="Why" width={12} /><Button kind="row" about={one.actor}>Take off</Button></form>) },
    ]} />
    <form method="post" action={action} data-prove><input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="name" /><input type="hidden" name="adoptionId" value={link.id} />
      <Select name="actorId" label="Name a colleague with the adoption role" empty="Choose" options={holders.filter((one) => one.actorId !== me && !link.list.some((other) => other.actorId === one.actorId)).map((one) => ({ value: one.actorId, label: one.actor }))} {...problemOf(ask, 'actorId')} />
      <Words id="name-reason" name="reason" label="Why" rows={2} {...problemOf(ask, 'reason')} /><Actions><Button kind="second">Name them</Button></Actions></form>
  </Card>
)

const SealForm = ({ card, adopters, holders, me, action, ask, today }: { card: PersonCard; adopters: readonly PersonCard[]; holders: readonly Holder[]; me: string; action: string; ask: Ask; today: PlainDate }) => {
  const b = ask.body
  return (
    <form method="post" action={action} data-prove>
      <input type="hidden" name="commandId" value={textOf(b['addId']) || newId()} /><input type="hidden" name="sealId" value={newId()} /><input type="hidden" name="becameId" value={textOf(b['becameId']) || newId()} />
      <Card title="The new identity" lede="An ordinary record from today. Write the name as on the adoption order.">
        <Line name="given" label="First names" value={textOf(b['given']) || card.given} {...problemOf(ask, 'given')} />
        <Line name="family" label="Surname" value={textOf(b['family'])} {...problemOf(ask, 'family')} />
        <p class="quiet">{bornInWords(card, today)}. The day of birth goes with the child; NHS number, UPN and everything else begin anew.</p>
        {adopters.length > 0 ? <Choices name="adopters" label="Adopted by" values={idsIn(b['adopters'])} options={adopters.map((one) => ({ value: one.id, label: one.name }))} hint="The child lives with the first of them. Others are added on the new record as usual." /> : <Message kind="theme" title="No carer of this child is on record.">Add the adopters on the new record, as for any child.</Message>}
      </Card>
      <Card title="The seal">
        <DateField name="orderOn" label="Day of the adoption order" value={textOf(b['orderOn'])} {...problemOf(ask, 'orderOn')} />
        <Choices name="named" label="Who knows of the link besides you" values={idsIn(b['named'])} options={holders.filter((one) => one.actorId !== me).map((one) => ({ value: one.actorId, label: `${one.actor}${one.jobTitle ? `, ${one.jobTitle}` : ''}` }))} {...problemOf(ask, 'named')} />
        <Words name="reason" label="What this rests on" hint="The order and the court, in a sentence." rows={2} value={textOf(b['reason'])} {...problemOf(ask, 'reason')} />
        <Actions remark="The record you came from closes: work that is only about this child ends, and only those named open it."><Button kind="seal">Give the new identity and seal the link</Button></Actions>
      </Card>
    </form>
  )
}

/** The sealed link of an adoption, for those on its list; or the form that seals one (access policy, rule 10). */
export const adoptionPage = page('/people/:id/adoption', {
  what: 'page.adoption',
  may: 'adoption.keep',
  load: async (asking, ask) => {
    const found = await adoption.of(asking, { personId: ask.params['id'] ?? '' })
    const { read } = await readFamily(asking, found.personId)
    const card = read.cardOf(found.personId)
    if (!card) throw notFound('We could not find that person.')
    const adopters = read.relationships.filter((one) => one.otherId === card.id && carers.includes(one.kind)).flatMap((one) => read.cardOf(one.personId) ?? [])
    return { ...found, card, adopters, me: asking.actor.id, today: asking.today }
  },
  view: ({ card, adoptions, holders, adopters, me, today }, frame, ask) => {
    const action = `/people/${card.id}/adoption`
    const isOld = adoptions.some((one) => one.isOld)
    return (
      <Page {...frame} title="Adoption" problemCount={ask.problems.length}>
        <PageHead before={<Breadcrumb steps={[{ label: card.name, href: `/people/${card.id}` }, { label: 'Adoption' }]} />} title={isOld ? 'This record is closed: the child was adopted' : 'Adoption'} lede={adoptions.length > 0 ? 'The link between the two records is sealed. Only those named here know of it, the front door and the emergency duty team included.' : 'The child gets a new record. The link to this one is sealed and known to those named only.'} />
        <ErrorSummary problems={ask.problems.map(({ question, problem }) => ({ field: question, words: problem }))} />
        {ask.query['sealed'] ? <Confirmation title="The link is sealed.">This record is closed. The new one is an ordinary open record.</Confirmation> : ask.query['saved'] ? <Confirmation title="Changed.">It holds now.</Confirmation> : null}
        <Columns
          main={<>{adoptions.map((link) => <LinkCard link={link} holders={holders} action={action} me={me} ask={ask} />)}{isOld ? null : <SealForm card={card} adopters={adopters} holders={holders} me={me} action={action} ask={ask} today={today} />}</>}
          aside={<Card title="What the seal does">
            <ul class="lines"><li>The new record carries no sign of this one, and this one shows no destination.</li><li>Brothers and sisters keep their shared notes as they were, under the old name.</li><li>No search, family tree or comparison leads from one to the other, and the two are never merged.</li><li>Names and numbers of the old identity are not carried over. Do not write them on the new record.</li></ul>
          </Card>} />
      </Page>
    )
  },
})

export const changeAdoption = form('/people/:id/adoption', async (caller, ask, around) => {
  const b = ask.body
  const personId = ask.params['id'] ?? ''
  const what = textOf(b['what'])
  const reason = textOf(b['reason'])
  if (what !== '') {
    const change = { adoptionId: textOf(b['adoptionId']), actorId: textOf(b['actorId']), reason }
    const outcome = change.actorId === '' ? { problems: [{ question: 'actorId', problem: 'Choose a colleague.' }] } : await (what === 'name' ? nameForAdoption : takeOffAdoption).perform(caller, change, ask.commandId)
    return 'problems' in outcome ? again(adoptionPage, outcome.problems)(caller, ask, around) : { go: `/people/${personId}/adoption?saved=1` }
  }
  const today = caller.clock.today()
  const orderOn = typedDay(textOf(b['orderOn']), today) ?? textOf(b['orderOn'])
  const missing = [...(textOf(b['given']) === '' ? [{ question: 'given', problem: 'Write the first names.' }] : []), ...(textOf(b['family']) === '' ? [{ question: 'family', problem: 'Write the surname.' }] : []), ...problemsOfAdoption({ orderOn, reason }, today)]
  if (missing.length > 0) return again(adoptionPage, missing)(caller, ask, around)
  const becameId = textOf(b['becameId'])
  const adopters = idsIn(b['adopters'])
  const card = await answer(caller, 'people.person', 'adoption.keep', async (asking) => (await cardsOf(asking, [personId])).get(personId))
  if (!card) throw notFound('We could not find that person.')
  // Two requests, each with its own event: the new record's evidence names the new person only, the seal's the old one only.
  const added = await addPeople.perform(caller, {
    people: [{ id: becameId, given: textOf(b['given']), family: textOf(b['family']), ...(card.bornOn ? { bornOn: card.bornOn } : {}), ...(card.bornAbout ? { bornAbout: card.bornAbout } : {}), ...(card.sex ? { sex: card.sex } : {}) }],
    relationships: adopters.map((one) => ({ personId: one, otherId: becameId, kind: 'adoptiveParent', parentalResponsibility: 'yes' })), ...(adopters[0] ? { livesWith: adopters[0] } : {}),
  }, ask.commandId)
  if ('problems' in added) return again(adoptionPage, added.problems)(caller, ask, around)
  const sealed = await sealAdoption.perform(caller, { personId, becameId, named: idsIn(b['named']), orderOn, reason }, textOf(b['sealId']))
  return 'problems' in sealed ? again(adoptionPage, sealed.problems)(caller, { ...ask, body: { ...b, addId: ask.commandId } }, around) : { go: `/people/${personId}/adoption?sealed=1` }
})
