import { dayInWords, isPlainDate, shortDay } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Chronology, ChronologyFilters } from '../../../platform/page/chronology.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Tabs } from '../../../platform/page/tabs.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { NamedToken } from '../../../platform/page/token.tsx'
import { FamilyTree, isWide } from '../../../platform/page/tree/family-tree.tsx'
import { StorySoFar } from '../../../platform/page/words.tsx'
import { page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { readChronology, storyOf } from '../../../record/chronology/queries.ts'
import { holdingOn, statusInWords } from '../../../record/people/legal/rules.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { toTheChildren, treeOf, treeTitle } from './kinship.ts'
import { familyName, readFamily, type FamilyRead } from './familyRead.ts'
import { ExistsPage } from './lessThanFull.tsx'
import { day, lineOf, WorkLine } from './parts.tsx'

const perPage = 15

/** Household and tree, everyone's open work, one chronology; one button records for all. */
export const familyPage = page('/people/:id/family', {
  what: 'page.family',
  may: 'record.read',
  load: async (asking, ask) => {
    const { sight, read } = await readFamily(asking, ask.params.id ?? '')
    if (sight === 'card') throw notFound('The family of this person is not open to you. Ask their worker.')
    const only = read.children.find((child) => child.id === ask.query.child)
    const members = read.cards.map((card) => card.id)
    const before = ask.query.before && isPlainDate(ask.query.before) ? ask.query.before : undefined
    const chronology = sight === 'full' ? await readChronology(asking, only ? [only.id] : members, { most: perPage, significantOnly: ask.query.significant === 'yes', before }) : { lines: [], more: false, total: 0 }
    return { sight, read, chronology, only, opens: may(asking.actor, 'glass.break'), looked: may(asking.actor, 'audit.read'), writes: may(asking.actor, 'record.write'), story: await storyOf(asking, read.children.map((child) => child.id)) }
  },
  view: ({ sight, read, chronology, only, opens, looked, writes, story }, frame, ask) => {
    if (sight === 'exists') return <ExistsPage frame={frame} personId={read.id} opens={opens} looked={looked} />
    const { today, id } = read
    const base = `/people/${id}/family`
    const title = familyName(read)
    const warnings = new Set(read.warnings.map((warning) => warning.words)).size
    const worker = [...read.keyWorkers.values()][0]
    const cards = new Map(read.cards.map((card) => [card.id, card]))
    const here = (card: PersonCard) => read.atHome.has(card.id)
    const first = chronology.lines.at(-1)
    const everyone = read.children.filter((child) => !child.unborn || read.atHome.has(child.id)).map((child) => child.id)
    const tree = treeOf(read)
    const picture = <Card title="Family tree"><FamilyTree title={treeTitle(read)} family={tree} /></Card>
    const wide = isWide(tree)
    const lines = wide ? 'lines in-three' : 'lines'
    const work = (
      <Card id="work" title="Open work for everyone" aside={String(read.work.length)}>
        {read.work.length === 0 ? <EmptyState title="Nothing is open">Work about anybody in the family appears here.</EmptyState> : <ul class="lines">{read.work.map((item) => <WorkLine item={item} today={today} />)}</ul>}
        {writes && everyone.length > 0 ? <p class="card-foot"><a href={`/papers/new?kind=mapping&people=${everyone.join(',')}`}>Map with the family</a></p> : null}
      </Card>
    )
    const people = (
      <Card title="People" aside="PR: parental responsibility">
        <ul class={lines}>{[...read.children.filter(here), ...read.adults.filter(here)].map((card) => <Someone read={read} card={card} />)}</ul>
        {read.cards.some((card) => !here(card)) ? <>
          <h3>Not in this household</h3>
          <ul class={lines}>{[...read.children, ...read.adults].filter((card) => !here(card)).map((card) => <Someone read={read} card={card} />)}</ul>
        </> : null}
        <p class="line-ends card-foot"><a href={`/people/${id}/add`}>Add a person</a><a href={`/people/${id}/details#addresses`}>Where they lived before</a></p>
      </Card>
    )
    return (
      <Page {...frame} title={title} band={<>
        <PageHead title={title} tags={<>{read.work.some((item) => item.kind === 'assessment') ? <Tag kind="theme">Being assessed</Tag> : null}{warnings > 0 ? <Tag kind="soon" icon="warning">{warnings === 1 ? '1 safety note' : `${warnings} safety notes`}</Tag> : null}</>}
          lede={`${read.home && !read.home.hidden ? `${read.home.lines.join(', ')}. ` : read.home ? '' : 'No address is recorded. '}${worker ? `Key worker ${worker.worker}.` : 'Nobody is allocated.'}`}
          end={<ButtonLink kind="primary" icon="pencil" href={`/notes/new?people=${(everyone.length > 0 ? everyone : [id]).join(',')}`}>Record for the family</ButtonLink>} />
        <Tabs label="The family’s record" tabs={[
          { label: 'Family', href: base, here: true },
          { label: 'Chronology', href: `/people/${id}/chronology?family=yes` },
          { label: 'Records', href: `/people/${id}/records?family=yes` },
          { label: `Summary of ${read.cardOf(id)?.given || 'this person'}`, href: `/people/${id}` },
        ]} />
      </>}>
        {wide ? <>{picture}{people}{work}</> : <Columns main={<>{picture}{work}</>} aside={people} />}
        <Card id="chronology" title="What has happened" lede={`One chronology for the whole family, ${chronology.total} ${chronology.total === 1 ? 'entry' : 'entries'}`}
          aside={<span class="line-ends"><a href={`/people/${id}/known`}>Show as it was known on…</a><a href={`/people/${id}/chronology?family=yes`}>Read or print it whole</a></span>}>
          <ChronologyFilters links={[
            { label: 'Everyone', href: `${base}#chronology`, here: !only && ask.query.significant !== 'yes' },
            ...read.children.map((child) => ({ label: child.given || child.name, href: `${base}?child=${child.id}#chronology`, here: only?.id === child.id, mark: markOf(child) })),
            { label: 'Significant only', href: `${base}?significant=yes#chronology`, here: ask.query.significant === 'yes', significant: true },
          ]} />
          <div class="chronology-with-story">
            {chronology.lines.length === 0 ? <EmptyState title="Nothing yet">Contacts, visits, decisions and the children’s own words appear here by their day.</EmptyState>
              : <Chronology label="What has happened" lines={chronology.lines.map((line) => lineOf(line, cards, today))} />}
            <StorySoFar changeHref={`/people/${id}/story`} {...(story ? { text: story.words, kept: `Kept by ${story.by ?? 'a colleague'}, last changed ${shortDay(day(story.recordedAt), today).slice(4)}.` } : {})} />
          </div>
          {chronology.more && first ? <p><ButtonLink kind="row" href={`${base}?before=${first.happenedOn}#chronology`}>Earlier, before {dayInWords(first.happenedOn)}</ButtonLink></p> : null}
        </Card>
      </Page>
    )
  },
})

function Someone({ read, card }: { read: FamilyRead; card: PersonCard }) {
  const { today } = read
  const child = read.children.includes(card)
  const seen = read.lastSeen.get(card.id)
  const school = [read.factOf(card.id, 'yearGroup')?.value, read.factOf(card.id, 'school')?.value].filter(Boolean).join(', ')
  const second = [ageInWords(card, today), child ? school : toTheChildren(read, card)].filter(Boolean).join('. ')
  const warning = read.warnings.find((w) => w.personId === card.id)
  const [order] = holdingOn(read.legalStatuses.filter((one) => one.personId === card.id), today)
  return (
    <li>
      <NamedToken mark={markOf(card)} href={`/people/${card.id}`} second={second} />
      {(child && !card.unborn) || warning || order ? <div class="tags under-token">
        {child && !card.unborn ? <Tag kind="outline">{seen?.aloneOn ? `Seen alone ${shortDay(day(seen.aloneOn), today).slice(4)}` : 'Not yet seen alone'}</Tag> : null}
        {order ? <Tag kind="theme">{statusInWords(order.code)}</Tag> : null}
        {warning ? <Tag kind="soon" icon="warning">{warning.words.length > 44 ? 'Safety note' : warning.words}</Tag> : null}
      </div> : null}
    </li>
  )
}
