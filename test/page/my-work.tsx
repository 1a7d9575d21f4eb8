import { ButtonLink } from '../../src/platform/page/button.tsx'
import { Card, Lines } from '../../src/platform/page/card.tsx'
import { Columns, Page, PageHead, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { EmptyState, Message } from '../../src/platform/page/message.tsx'
import { Tabs } from '../../src/platform/page/tabs.tsx'
import { TrayGroup } from '../../src/platform/page/tray.tsx'
import { council, five, four, isla, jayden, kyra, leo, priya, ruby, sana, tariq } from './family.ts'

export const MyWorkSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="My work" place="my-work" council={council} asset={asset} actor={priya} newContactHref="/contacts/new" bell={{ href: '/news', count: 2 }}>
    <PageHead title="My work" lede="Tuesday 18 November. Two things are late and three are for today. Your next visit is at 15:45."
      end={<ButtonLink href="/notes/new" icon="pencil">Write a note</ButtonLink>} />
    <Columns
      main={<>
        <Tabs label="Groups of work" end={<a href="?by=family">Group by family</a>} tabs={[
          { label: 'All', href: '?', count: 12, here: true }, { label: 'Overdue', href: '?g=overdue', count: 2 }, { label: 'Today', href: '?g=today', count: 3 },
          { label: 'This week', href: '?g=week', count: 4 }, { label: 'Waiting for others', href: '?g=waiting', count: 3 }]} />
        <TrayGroup title="Overdue" rows={[
          { title: 'Child protection visit', about: [ruby], who: 'Ruby Lawson, 4', also: 'needs to be seen alone', clock: { state: 'late', words: 'Late by 1 working day', second: 'was due Mon 17 Nov' }, open: { href: '#1', words: 'Record visit' } },
          { title: 'Update the plan after the core group', about: [tariq, sana], who: 'Tariq and Sana Malik', also: '2 actions to enter', clock: { state: 'late', words: 'Late by 3 working days', second: 'was due Thu 13 Nov' }, open: { href: '#2', words: 'Open plan' } }]} />
        <TrayGroup title="Today" rows={[
          { title: 'Home visit, Smith and Begum family', about: [isla, leo], who: 'Isla and Leo', also: 'Isla to be seen alone', clock: { state: 'today', words: 'Today at 15:45', second: '12 Mill Lane' }, open: { href: '#3', words: 'Get ready' } },
          { title: 'Return home interview', about: [jayden], who: 'Jayden Cole, 15', also: 'came home Sat 15 Nov, 19:10', clock: { state: 'today', words: 'By 19:10 today', second: '72 hours after return' }, open: { href: '#4', words: 'Start' } },
          { title: 'One question from Tom on your assessment', about: [ruby], who: 'Ruby Lawson', also: 'section 4, sleeping arrangements', clock: { state: 'today', words: 'Today', second: 'returned at 08:52' }, open: { href: '#5', words: 'Answer' } }]} />
        <TrayGroup title="This week" rows={[
          { title: 'Core group meeting', about: [tariq, sana], who: 'Tariq and Sana Malik', also: '5 of 6 people coming', clock: { state: 'soon', words: 'Tomorrow at 14:00', second: 'Wed 19 Nov' }, open: { href: '#6', words: 'Open' } },
          { title: 'Child in need review', about: four, who: 'Smith and Begum', also: '1 report to come', clock: { state: 'inTime', words: 'In 3 working days', second: 'Fri 21 Nov, 10:00' }, open: { href: '#7', words: 'Open' } },
          { title: 'Assessment, sections 6 and 7', about: five, who: 'Smith and Begum', also: 'your own target', clock: { state: 'inTime', words: 'In 3 working days', second: 'assessment due Mon 8 Dec' }, open: { href: '#8', words: 'Continue' } }]} />
        <TrayGroup title="Waiting for others" rows={[
          { title: 'Visits to Kyra Dunn every 3 months', about: [kyra], who: 'With Tom Hughes for his decision', clock: { state: 'waiting', words: 'Waiting since today', second: 'sent at 08:31' }, open: { href: '#9', words: 'View' } },
          { title: 'School report for Noah', about: [], who: 'Asked of Ridgeway Academy. Reminder on Thu 20 Nov', clock: { state: 'waiting', words: 'Waiting 4 working days', second: 'asked Wed 12 Nov' }, open: { href: '#10', words: 'Remind now' } }]} />
      </>}
      aside={<>
        <Card title="Next visits" aside={<a href="/diary">Diary</a>}>
          <Lines>{[
            <Visit time="15:45" day="today" who="Isla and Leo" where="12 Mill Lane" also="Isla last seen alone 5 working days ago" />,
            <Visit time="16:00" day="Thu 20" who="Kyra Dunn" where="Foster home, Eastbrook" also="Last seen alone 28 working days ago" />,
            <Visit time="08:30" day="Fri 21" who="Ruby Lawson" where="Little Acorns nursery" also="Rearranged from Mon 17 Nov" />]}</Lines>
          <Message kind="theme" icon="tick">Packed for working without signal: 8 families, 07:55 today.</Message>
        </Card>
        <Card title="Drafts" aside="1"><p><a href="#draft" class="name">Note: phone call with Kelly Smith</a><span class="second">Started yesterday at 17:42. Nothing is lost.</span></p></Card>
        <Card title="Your caseload"><p><strong>17 children</strong> in 8 families.<span class="second">Your team's agreed limit for you is 18.</span></p></Card>
        <section><h2 class="group-title">Messages</h2><EmptyState title="Nothing new">Replies from families, schools and health appear here.</EmptyState></section>
      </>} />
  </Page>
)

const Visit = (props: { time: string; day: string; who: string; where: string; also: string }) => (
  <div class="visit-line"><p><span class="visit-time">{props.time}</span><span class="second">{props.day}</span></p><p><strong>{props.who}</strong><span class="second">{props.where}</span><span class="source">{props.also}</span></p></div>
)
