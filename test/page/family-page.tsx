import { ButtonLink } from '../../src/platform/page/button.tsx'
import { Card } from '../../src/platform/page/card.tsx'
import { Clock, type ClockState } from '../../src/platform/page/clock.tsx'
import { Chronology, ChronologyFilters } from '../../src/platform/page/chronology.tsx'
import { Columns, Page, PageHead, type AssetAddress } from '../../src/platform/page/layout.tsx'
import type { PersonMark } from '../../src/platform/page/mark.ts'
import { Tabs } from '../../src/platform/page/tabs.tsx'
import { Tag } from '../../src/platform/page/tag.tsx'
import { NamedToken, TokenRow } from '../../src/platform/page/token.tsx'
import { FamilyTree } from '../../src/platform/page/tree/family-tree.tsx'
import { StorySoFar } from '../../src/platform/page/words.tsx'
import { ahmed, amelia, baby, council, darren, five, four, isla, jean, kelly, leo, noah, priya } from './family.ts'
import { smithAndBegum } from './trees.ts'

const Work = ({ about, title, second, clock }: { about: readonly PersonMark[]; title: string; second: string; clock: { state: ClockState; words: string; second?: string } }) => (
  <li class="work-line"><TokenRow marks={about} /><p><strong>{title}</strong><span class="second">{second}</span></p><Clock {...clock} /></li>
)
const Someone = ({ mark, second, tags = [] }: { mark: PersonMark; second: string; tags?: readonly { words: string; kind?: 'plain' | 'outline' | 'soon' }[] }) => (
  <li><NamedToken mark={mark} href={`#${mark.name}`} second={second} />{tags.length > 0 ? <div class="tags under-token">{tags.map((tag) => <Tag kind={tag.kind ?? 'plain'}>{tag.words}</Tag>)}</div> : null}</li>
)

export const FamilySample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="Smith and Begum family" council={council} asset={asset} actor={priya} newContactHref="/contacts/new" bell={{ href: '/news', count: 2 }} band={<>
    <PageHead title="Smith and Begum family" tags={<><Tag kind="theme">Child in need</Tag><Tag kind="soon" icon="warning">1 safety note</Tag></>} lede="12 Mill Lane, Ardenvale. Known to us since August 2024. Key worker Priya Nair."
      end={<ButtonLink kind="primary" icon="pencil" href="/notes/new">Record for the family</ButtonLink>} />
    <Tabs label="The family's record" tabs={[{ label: 'Family', href: '#', here: true }, { label: 'Plan', href: '#plan' }, { label: 'Assessments', href: '#a' }, { label: 'Documents and photos', href: '#d' }, { label: 'Where this case is', href: '#w' }, { label: 'Who has looked', href: '#l' }]} />
  </>}>
    <Columns
      main={<>
        <Card title="Family tree" aside={<a href="#edit">Edit</a>}><FamilyTree title="Family tree of the Smith and Begum family" family={smithAndBegum} /></Card>
        <Card title="Open work for everyone" aside={<a href="#start">Start something new</a>}>
          <ul class="lines">
            <Work about={[isla, leo]} title="Home visit" second="Priya Nair, 12 Mill Lane" clock={{ state: 'today', words: 'Today at 15:45' }} />
            <Work about={four} title="Child in need review" second="Priya Nair. 4 of 5 reports are in" clock={{ state: 'inTime', words: 'In 3 working days', second: 'Fri 21 Nov, 10:00' }} />
            <Work about={five} title="Child and family assessment" second="Priya Nair. 13 of 20 sections finished" clock={{ state: 'inTime', words: '14 working days left', second: 'due Mon 8 Dec' }} />
            <Work about={[noah]} title="School report" second="Asked of Ridgeway Academy" clock={{ state: 'waiting', words: 'Waiting 4 working days', second: 'asked Wed 12 Nov' }} />
          </ul>
        </Card>
      </>}
      aside={<Card title="People" aside="PR: parental responsibility">
        <ul class="lines">
          <Someone mark={amelia} second="13. Year 9, Ridgeway Academy" tags={[{ words: 'No order' }, { words: 'Seen alone 24 Oct', kind: 'outline' }]} />
          <Someone mark={noah} second="11. Year 7, Ridgeway Academy" tags={[{ words: 'Not seen alone since 9 Oct', kind: 'outline' }, { words: 'Missing school', kind: 'soon' }]} />
          <Someone mark={isla} second="9. Year 5, Oakfield Primary" tags={[{ words: 'No order' }, { words: 'Seen alone 11 Nov', kind: 'outline' }]} />
          <Someone mark={leo} second="7. Year 2, Oakfield Primary" tags={[{ words: 'No order' }, { words: 'Seen alone 11 Nov', kind: 'outline' }]} />
          <Someone mark={baby} second="Unborn. Midwife: Ardenvale Community" tags={[{ words: 'Pre-birth assessment' }]} />
          <Someone mark={kelly} second="34. Mother. PR for all four children" />
          <Someone mark={ahmed} second="31. Father of Isla and Leo, with PR" />
        </ul>
        <h3>Not in this household</h3>
        <ul class="lines">
          <Someone mark={darren} second="37. Father of Amelia and Noah, with PR" tags={[{ words: 'Visit in pairs if he is there', kind: 'soon' }]} />
          <Someone mark={jean} second="61. Grandmother. Takes Isla and Leo to school on Tuesdays" />
        </ul>
        <p class="line-ends card-foot"><a href="#add">Add a person</a><a href="#before">Who lived here before</a></p>
      </Card>} />
    <Card title="What has happened" aside={<><a href="#as-known">Show as it was known on…</a><a href="#print">Print</a></>} lede="One chronology for the whole family, 64 entries">
      <ChronologyFilters links={[{ label: 'Everyone', href: '?', here: true }, ...five.map((mark) => ({ label: mark.name.split(' ')[0] ?? '', href: `?child=${mark.hue}`, here: false, mark })), { label: 'Significant only', href: '?significant', here: false, significant: true }]} />
      <div class="chronology-with-story">
        <Chronology label="What has happened" lines={[
          { id: 'e1', day: '11 Nov', weekday: 'Tue', isoDay: '2025-11-11', about: [isla, leo], title: 'Visit at Oakfield Primary', href: '#e1', significant: false, words: 'Isla and Leo were each seen alone. Isla is tired and said she slept on the sofa twice. Leo showed his reading book.', source: 'Priya Nair, visit note. Written the same day' },
          { id: 'e2', day: '5 Nov', weekday: 'Wed', isoDay: '2025-11-05', about: [baby], title: 'Second antenatal appointment missed', href: '#e2', significant: true, words: 'Midwife telephoned. Kelly says the bus did not come and has a new appointment on 20 November.', source: 'Community midwifery, by phone. Happened 5 Nov, recorded 6 Nov' },
          { id: 'e3', day: '24 Oct', weekday: 'Fri', isoDay: '2025-10-24', about: [amelia], title: 'Amelia, in her own words', href: '#e3', significant: true, said: { words: "I do the mornings because Mum is tired. I don't mind. I mind being late for maths.", hue: 'plum' }, source: 'Said to Priya Nair, walking home from school' },
          { id: 'e4', day: '6 Oct', weekday: 'Mon', isoDay: '2025-10-06', about: four, title: 'Referral accepted', href: '#e4', significant: true, words: 'A new contact from Oakfield Primary led to an assessment for all four children.', source: 'Decision of Tom Hughes, within 1 working day' }]} />
        <StorySoFar changeHref="#story" kept="Kept by Priya Nair, last changed 11 Nov." text={"Kelly looked after four children with her mother Jean's help until Jean's hours changed in the summer. Two children share a bed and one sleeps on the sofa. Amelia has become the person who gets everyone to school.\n\nThe arguments of 2024 stopped. In September Darren came back to the door once. A baby is due in March, and Kelly has missed two appointments.\n\nKelly and Ahmed want help and say so."} />
      </div>
      <p><ButtonLink kind="row" href="#earlier">Earlier: 59 more, back to August 2024</ButtonLink></p>
    </Card>
  </Page>
)
