import { Actions, Button, ButtonLink } from '../../src/platform/page/button.tsx'
import { SignInAgain } from '../../src/platform/page/sign-in-again.tsx'
import { Line } from '../../src/platform/page/fields/text.tsx'
import { Columns, Page, PageHead, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { EmptyState, Message } from '../../src/platform/page/message.tsx'
import { SignInFrame } from '../../src/platform/page/sign-in.tsx'
import { Tabs } from '../../src/platform/page/tabs.tsx'
import { TrayGroup } from '../../src/platform/page/tray.tsx'
import { Card } from '../../src/platform/page/card.tsx'
import { council, four, priya } from './family.ts'

export const SignInSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="Sign in" council={council} asset={asset}>
    <SignInFrame councilName={council.name} title="Sign in" lede="Children's and families' records." foot={<p>Trouble signing in? Ask your manager, or ring 01632 960 118.</p>}>
      <form method="post" action="#"><Line name="email" type="email" label="Work email" autocomplete="username" /><Line name="password" type="password" label="Password" autocomplete="current-password" /><Actions><Button kind="primary">Sign in</Button></Actions></form>
    </SignInFrame>
  </Page>
)

export const AgainSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="A note" council={council} asset={asset} actor={priya}><PageHead title="A note" /><SignInAgain open name="Priya Nair" action="#" otherHref="/sign-in" /></Page>
)

export const EmptyTraySample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="My work" place="my-work" council={council} asset={asset} actor={priya} newContactHref="/contacts/new" bell={{ href: '/news', count: 0 }} sent={{ words: '2 not sent', waiting: true }} printed="Priya Nair on 18 Nov 2025, 10:42">
    <PageHead title="My work" lede="Tuesday 18 November. Nothing is late and nothing is due today." end={<ButtonLink href="/notes/new" icon="pencil">Write a note</ButtonLink>} />
    <Columns main={<>
      <Tabs label="Groups of work" tabs={[{ label: 'All', href: '?', count: 1, here: true }, { label: 'Overdue', href: '?o', count: 0 }, { label: 'This week', href: '?w', count: 1 }]} />
      <EmptyState homely title="You are up to date">Work given to you, or returned to you, appears here with the date it is due. You can <a href="#next">look ahead to next week</a> (6 things).</EmptyState>
      <TrayGroup title="This week" rows={[{ title: 'Child in need review', about: four, who: 'Smith and Begum family', also: 'everything is in', clock: { state: 'inTime', words: 'In 3 working days', second: 'Fri 21 Nov, 10:00' }, open: { href: '#o', words: 'Open' } }]} />
    </>} aside={<Card title="Next visits" aside={<a href="#diary">Diary</a>}><Message kind="wait" title="No signal.">Keep writing. Kept safely on this phone.</Message></Card>} />
  </Page>
)
