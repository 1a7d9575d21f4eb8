import { Actions, Button } from '../../src/platform/page/button.tsx'
import { Card, Steps } from '../../src/platform/page/card.tsx'
import { Choice } from '../../src/platform/page/fields/choice.tsx'
import { Words } from '../../src/platform/page/fields/text.tsx'
import { Columns, Page, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { Letter, LetterPair, SignLines } from '../../src/platform/page/letter.tsx'
import { EmptyState } from '../../src/platform/page/message.tsx'
import { RestrictedHead, Way } from '../../src/platform/page/restricted.tsx'
import { Table } from '../../src/platform/page/table.tsx'
import { Quote } from '../../src/platform/page/words.tsx'
import { council, priya } from './family.ts'

export const LetterSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="Our plan together" council={council} asset={asset}>
    <Letter councilName="Ardenvale Council" department="Children and families" from={['Family Support 2', 'The Wharf, Canal Street', 'Ardenvale AV1 4KH']} to={['Kelly Smith and Ahmed Begum', '12 Mill Lane', 'Ardenvale AV3 9QT']} writtenOn="27 October 2025" title="Our plan together" foot="You can have this letter in Bengali, in large print, or read to you.">
      <p>Dear Kelly and Ahmed, and Amelia, Noah, Isla and Leo,</p>
      <p>Thank you for meeting us on Monday 20 October. You told us what is hard at the moment and what would help. This letter says what we all agreed to do. If we got something wrong, please tell us and we will change it.</p>
      <LetterPair left={{ title: 'What is going well', words: 'You love your children and they know it. The arguments at home have stopped. Nan is there for all of you. Everyone likes school.' }} right={{ title: 'What we are worried about', words: 'There are not enough beds, so Isla sleeps on the sofa. Amelia does too much in the mornings. Kelly is very tired and the baby comes in March.' }} />
      <h2>What the children told us</h2>
      <div class="two"><Quote hue="plum" words="I don't mind doing mornings. I mind being late for maths." said="Amelia" /><Quote hue="sea" words="I want a bed that is just mine." said="Isla" /></div>
      <h2>What we will all do</h2>
      <Table caption="What we will all do" rows={[{ aim: 'Isla has her own bed', who: 'Ahmed builds the bunk bed. Priya brings sheets and asks the housing team about a bigger home.', by: '28 November' }, { aim: 'Amelia gets to maths', who: 'Amelia leaves at 8:00. She does not have to wait for anyone.', by: 'from tomorrow' }]}
        columns={[{ title: 'So that…', head: true, cell: (row) => row.aim }, { title: 'Who will do what', cell: (row) => row.who }, { title: 'By when', width: 'narrow', cell: (row) => row.by }]} />
      <div class="two"><section><h2>Talk to us</h2><p>Priya Nair, your social worker, <strong>01632 960 142</strong>. If you are not happy: Tom Hughes, her manager, <strong>01632 960 140</strong>. You can also ask for someone on your side, called an advocate. It is free.</p></section><SignLines names={['Kelly', 'Ahmed', 'Priya, for the council']} /></div>
    </Letter>
  </Page>
)

export const RestrictedSample = ({ asset }: { asset: AssetAddress }) => (
  <Page title="This record is kept to a few people" council={council} asset={asset} actor={priya} newContactHref="/contacts/new">
    <Columns main={<>
      <RestrictedHead title="This record is kept to a few people" lede="There is a record that matches your search. Only named people can open it. That protects the family and sometimes a colleague, and it is no reflection on you." />
      <Card title="First, is there a simpler way?">
        <Way icon="phone" title="Ask for someone who can open it">Safeguarding desk, 01632 960 118, day and night. They find the right person; you do not need to know who.</Way>
        <Way icon="people" title="Ask to be added">Your manager, Tom Hughes, can ask for you to be named. Usually answered the same day. <a href="#ask">Ask Tom</a></Way>
      </Card>
      <Card kind="seal" title="If someone may be at risk now, open it" lede="Acting in good faith to keep somebody safe is right. You will be asked about it, not blamed for it.">
        <form method="post" action="#">
          <Choice name="what" label="What is happening?" value="harm" options={[{ value: 'harm', label: 'Someone may be harmed today' }, { value: 'duty', label: 'I am on duty and need to act on this family' }, { value: 'other', label: 'Another reason' }]} />
          <Words name="why" label="Tell us in your own words" hint="Say what you need to know and why now. At least 20 characters." value="Police are at 12 Mill Lane now. I need to know who else lives there and who may collect the children." />
          <Actions><Button kind="seal">Open for 8 hours</Button><a href="/">Go back to my work</a></Actions>
        </form>
      </Card>
    </>} aside={<>
      <section><h2 class="group-title">What happens if you open it</h2><Steps kind="seal" steps={[{ title: 'You can read, not change', words: 'No editing, printing all, sending or exporting.' }, { title: 'It ends by itself', words: 'After 8 hours at most. You can end it sooner.' }, { title: 'The privacy officer is told', words: 'Within a minute, without any names in the message.' }, { title: 'Someone reads your reason', words: 'Every opening is looked at. You may get a short call.' }]} /></section>
      <EmptyState title="Not who you meant?"><a href="#back">Back to your search</a>. Nothing has been opened. Your search is noted, as every search is.</EmptyState>
    </>} />
  </Page>
)
