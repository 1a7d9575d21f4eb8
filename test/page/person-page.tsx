import { ButtonLink } from '../../src/platform/page/button.tsx'
import { AnswerCard, Card, Facts } from '../../src/platform/page/card.tsx'
import { ClockFace } from '../../src/platform/page/clock.tsx'
import { IdentityBar } from '../../src/platform/page/identity-bar.tsx'
import { CardGrid, Columns, Page, type AssetAddress } from '../../src/platform/page/layout.tsx'
import type { PersonMark } from '../../src/platform/page/mark.ts'
import { EmptyState, Message } from '../../src/platform/page/message.tsx'
import { Table } from '../../src/platform/page/table.tsx'
import { Tabs } from '../../src/platform/page/tabs.tsx'
import { Tag } from '../../src/platform/page/tag.tsx'
import { TrayGroup } from '../../src/platform/page/tray.tsx'
import { NamedToken, TokenRow } from '../../src/platform/page/token.tsx'
import { Quote } from '../../src/platform/page/words.tsx'
import { ahmed, amelia, baby, council, isla, kelly, leo, noah, priya } from './family.ts'

const tabs = [{ label: 'Summary', href: '#', here: true }, { label: 'Chronology', href: '#c' }, { label: 'Plan', href: '#p' }, { label: 'Records', href: '#r' }, { label: 'Documents and photos', href: '#d' }, { label: 'Family', href: '#f', after: <TokenRow marks={[amelia, noah, leo]} /> }]

export const PersonSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="Isla Begum" council={council} asset={asset} actor={priya} newContactHref="/contacts/new" bell={{ href: '/news', count: 2 }} band={<>
    <IdentityBar mark={isla} name="Isla Begum" age="9 years, born 14 January 2016" end={<ButtonLink kind="primary" icon="pencil" href="/notes/new">Write a note</ButtonLink>} facts={{
      legalStatus: { value: 'No order', second: 'Child in need since 6 Oct 2025' }, warnings: { value: '1 safety note', second: 'Visit in pairs, see below', state: 'soon' }, keyWorker: { value: 'Priya Nair', second: 'Family Support 2' },
      lastSeenAlone: { value: 'Tue 11 Nov', second: '5 working days ago' }, nextDate: { value: 'Assessment, Mon 8 Dec', second: '14 working days left' } }} />
    <Tabs label="Isla's record" tabs={tabs} />
  </>}>
    <CardGrid of={3}>
      <AnswerCard question="Who is at home?" source="12 Mill Lane. Checked at the visit of 9 Oct"><NamedToken size="s" mark={kelly} second="mother" /><NamedToken size="s" mark={ahmed} second="father" /><p><TokenRow marks={[amelia, noah, leo, baby]} /> Amelia, Noah, Leo and a baby, due 12 March</p></AnswerCard>
      <AnswerCard question="What is her legal status?" answer="No order" source="Before: child in need, Oct 2024 to Mar 2025"><p>Child in need, section 17, since 6 October 2025.</p><p class="second">Kelly and Ahmed have parental responsibility.</p></AnswerCard>
      <AnswerCard question="When was she last seen alone?" answer="Tuesday 11 November" source="Next visit: today at 15:45"><p>At school, by Priya Nair. 5 working days ago.</p><p class="second">Bedroom last seen 9 October.</p></AnswerCard>
      <AnswerCard question="What is the plan?" answer="Child in need plan" source={<><a href="#plan">Read the plan</a>. Reviewed next on Fri 21 Nov</>}><p>Agreed 20 October. 4 of 7 actions are on track, 2 are done and 1 is stuck.</p></AnswerCard>
      <AnswerCard question="Is there anything to know before I go?" source="Written by Priya Nair, 9 Oct. Look again by 9 Oct 2026"><Message kind="soon" title="Visit in pairs if Darren Smith is there.">He shouted at a worker on 8 Oct.</Message></AnswerCard>
      <AnswerCard question="What happens next, and by when?" source={<a href="#where">Where this case is</a>}>
        <ul class="next-dates"><li><ClockFace state="today" /><strong>Today at 15:45</strong><span>Home visit</span></li><li><ClockFace state="inTime" /><strong>Fri 21 Nov</strong><span>Plan review</span></li><li><ClockFace state="inTime" /><strong>Mon 8 Dec</strong><span>Assessment due</span></li></ul>
      </AnswerCard>
    </CardGrid>
    <Columns
      main={<>
        <Card><Quote hue="sea" words="I like it when Nan comes because then it is quiet and I can do my reading." said={<>Isla, to Priya Nair, Tuesday 11 November, at school. <a href="#words">All Isla's words (6)</a></>} /></Card>
        <Card title="Plan at a glance" aside={<a href="#plan">Whole plan</a>}>
          <Table caption="What we want for Isla" stack rows={[
            { aim: 'To sleep in her own bed every night', who: 'Kelly and Ahmed set up the bunk beds; Priya asks the housing team', by: '28 Nov', how: <Tag kind="soon" icon="history">Stuck</Tag> },
            { aim: 'To be at school on time', who: 'Jean walks her on Tuesdays; breakfast club on other days', by: '21 Nov', how: <Tag kind="good" icon="tick">On track</Tag> },
            { aim: 'To see a dentist', who: 'Ahmed takes her', by: '7 Nov', how: <Tag>Done 6 Nov</Tag> }]}
            columns={[{ title: 'What we want for Isla', head: true, cell: (row) => row.aim }, { title: 'Who does what', cell: (row) => row.who }, { title: 'By', width: 'narrow', cell: (row) => row.by }, { title: 'How it is going', width: 'narrow', cell: (row) => row.how }]} />
        </Card>
        <Card title="Recent notes" aside={<a href="#notes">All 38</a>}>
          <ul class="lines">
            <Note title="Visit at school, seen alone" about={[isla, leo]} day="Tue 11 Nov" words="Tired but chatty. Slept on the sofa on Sunday and Monday because the bunk is not built. Proud of her reading level." by="Priya Nair" />
            <Note title="Phone call with Jean Okafor" about={[amelia, noah, isla, leo]} day="Fri 7 Nov" words="Offers to have Isla and Leo on Friday nights until the baby is here. Kelly agrees." by="Priya Nair" />
          </ul>
        </Card>
      </>}
      aside={<>
        <Card title="Who is involved"><ul class="lines">
          {[['Priya Nair', 'Key worker, social worker'], ['Tom Hughes', 'Team manager'], ['Ms Adeyemi', 'Safeguarding lead, Oakfield Primary'], ['Mill Lane Surgery', 'GP practice']].map(([name, role]) => <li class="line-ends"><p><strong>{name}</strong><span class="second">{role}</span></p><a href="#details">Details<span class="unseen"> of {name}</span></a></li>)}
        </ul></Card>
        <Card title="What Isla needs"><Facts facts={[{ label: 'Language', value: 'English, some Bengali at home' }, { label: 'Health', value: 'Mild asthma, blue inhaler at school' }, { label: 'Disability', value: 'None recorded, asked 9 Oct' }]} /></Card>
        <section><h2 class="group-title">Documents</h2><EmptyState title="No drawings or photos yet">Isla can add some from her own page, or you can on a visit.</EmptyState></section>
      </>} />
  </Page>
)

const Note = (props: { title: string; about: readonly PersonMark[]; day: string; words: string; by: string }) => (
  <li><div class="line-ends"><p><a class="name" href="#note">{props.title}</a> <TokenRow marks={props.about} /></p><span class="second keep">{props.day}</span></div><p class="quiet">{props.words}</p><p class="source">{props.by}</p></li>
)

const ollie: PersonMark = { name: 'Oluwaseun-Alexandrina Featherstonehaugh-Adeyemi-Worthington', symbol: 'female', hue: 'plum' }

export const LongNamesSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title={ollie.name} council={council} asset={asset} actor={priya} newContactHref="/contacts/new" bell={{ href: '/news', count: 2 }} band={
    <IdentityBar mark={ollie} name={ollie.name} age="13 years, born 29 February 2012" tags={<Tag>Known as Ollie</Tag>} end={<ButtonLink kind="primary" icon="pencil" href="/notes/new">Write a note</ButtonLink>} facts={{
      legalStatus: { value: 'Interim care order', second: 'Section 38, since 3 November 2025' }, warnings: { value: '3 safety notes', second: '2 need looking at again', state: 'soon' }, keyWorker: { value: 'Bartholomew Kyriakopoulos-Whittingham', second: 'Children in Our Care, North and Coast' },
      lastSeenAlone: { value: 'Mon 22 Sep', second: '41 working days ago', state: 'late' }, nextDate: { value: 'Visit, Wed 19 Nov', second: 'tomorrow' } }} />}>
    <TrayGroup title="Late" rows={[{ title: 'Second review of the plan for permanence, and decision on contact with brothers and sisters living in three households', about: [ollie], who: ollie.name, also: 'with 4 brothers and sisters', clock: { state: 'late', words: 'Late by 14 working days', second: 'was due Wed 29 Oct' }, open: { href: '#reason', words: 'Give a reason' } }]} />
  </Page>
)
