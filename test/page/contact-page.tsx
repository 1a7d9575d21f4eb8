import { Actions, Button } from '../../src/platform/page/button.tsx'
import { Card, Facts, Lines } from '../../src/platform/page/card.tsx'
import { Clock } from '../../src/platform/page/clock.tsx'
import { DecideForEachChild } from '../../src/platform/page/decide-for-each.tsx'
import { ErrorSummary } from '../../src/platform/page/error-summary.tsx'
import { Choices, Select } from '../../src/platform/page/fields/choice.tsx'
import { Words } from '../../src/platform/page/fields/text.tsx'
import { CardGrid, Page, PageHead, type AssetAddress } from '../../src/platform/page/layout.tsx'
import { Message } from '../../src/platform/page/message.tsx'
import { Breadcrumb } from '../../src/platform/page/navigation.tsx'
import { TokenRow } from '../../src/platform/page/token.tsx'
import { Account, ThenAndNow } from '../../src/platform/page/words.tsx'
import { amelia, baby, council, isla, leo, noah, tom } from './family.ts'

const options = [{ value: 'assessment', label: 'Assessment' }, { value: 'help', label: 'Early help' }, { value: 'advice', label: 'Advice' }, { value: 'none', label: 'No further action' }]

export const ContactSample = ({ asset, wrong = false }: { asset: AssetAddress; wrong?: boolean }) => (
  <Page title="Contact about four children" council={council} asset={asset} actor={tom} newContactHref="/contacts/new" bell={{ href: '/news', count: 2 }} problemCount={wrong ? 2 : 0}>
    {wrong ? <ErrorSummary problems={[{ field: 'outcome.isla', words: 'Choose what we will do for Isla' }, { field: 'why', words: 'Say why, in a sentence or two' }]} /> : null}
    <PageHead before={<Breadcrumb steps={[{ label: 'Front door', href: '/front-door' }, { label: 'New contact' }]} />} title="Contact about four children" lede="From Oakfield Primary School, Friday 3 October at 15:10"
      end={<Clock state="today" words="Decide by the end of today" second="Mon 6 Oct, 1 working day after it came in" />} />
    {wrong ? null : (
      <CardGrid of={2}>
        <Card title="What the school tells us" aside="by the school's portal">
          <Account source="Ms Adeyemi, safeguarding lead. She teaches neither child." text="Isla has been late nine times since September and falls asleep in class. She told me she sleeps on the sofa because Leo is in her bed. Leo came without lunch three times. Mum is expecting and looks worn out. Amelia, at the secondary school, brings them in most mornings. I spoke to Kelly on Thursday; she cried and said she would like some help." />
          <Facts facts={[{ label: 'Does Kelly know?', value: 'Yes, and she agrees to it' }, { label: 'In danger now?', value: 'The school thinks not' }, { label: 'School hopes for', value: 'Someone to plan the mornings with Kelly before the baby comes' }, { label: 'Children', value: <><TokenRow marks={[isla, leo]} /> named by the school. <TokenRow marks={[amelia, noah]} /> added by us from the family</> }]} />
        </Card>
        <Card title="What we already know" aside={<a href="#family">Open the family</a>}>
          <Message kind="good" title="Same family.">Kelly's name, date of birth and address all match.</Message>
          <div class="known"><Lines>{[['22 Sep 25', 'Police called to an argument', 'Darren and Ahmed, on the doorstep. Children upstairs.'], ['Aug 25', 'Early help ended', 'Breakfast club and a parenting course. Goals met.'], ['Mar 25', 'Child in need plan ended', 'All four children. Open six months.'], ['Sep 24', 'Child and family assessment', 'Main worry: arguments at home.']].map(([day, title, words]) => <div class="known-line"><span class="second">{day}</span><p><strong>{title}</strong><span class="second">{words}</span></p></div>)}</Lines></div>
          <ThenAndNow then={{ title: 'Why we closed in March', words: 'Arguments had stopped. Jean helped three days a week.' }} now={{ title: 'What is different now', words: "A baby in March, six people in two bedrooms, Jean's hours cut by a new job." }} />
        </Card>
      </CardGrid>
    )}
    <Card title="What will we do for each child?" lede="Choose once for all, then change any child who needs something different.">
      <form method="post" action="#">
        <DecideForEachChild name="outcome" allLabel="All four children" options={options} all={wrong ? undefined : 'assessment'} people={[
          { key: 'amelia', mark: amelia, second: '13, Ridgeway Academy', chosen: 'assessment', reason: { value: 'Caring for the others' } }, { key: 'noah', mark: noah, second: '11, Ridgeway Academy', chosen: 'assessment' },
          { key: 'isla', mark: isla, second: '9, Oakfield Primary', chosen: wrong ? undefined : 'assessment', problem: wrong ? 'Choose what we will do for Isla' : undefined }, { key: 'leo', mark: leo, second: '7, Oakfield Primary', chosen: wrong ? 'help' : 'assessment' },
          { key: 'baby', mark: baby, second: 'due 12 March', fixed: 'Included in the assessment. A pre-birth section is added for you.' }]} />
        <div class="two after-rows">
          <Words name="why" label="Why, for all of them" note="The family can read this. 60 words is plenty." problem={wrong ? 'Say why, in a sentence or two' : undefined} value={wrong ? '' : 'Isla and Leo are often late and tired and Isla has no bed of her own. Kelly is pregnant and the help that ended in August has stopped working. We need to understand what each child\'s days are like.'} />
          <div>
            <Select name="worker" label="Who will do the assessment" value="priya" options={[{ value: 'priya', label: 'Priya Nair worked with them before. 13 of 18 children' }, { value: 'joe', label: 'Joe Adair has room. 15 of 18 children' }]} />
            <Choices name="hears" label="Who hears about it" values={['school', 'mother']} options={[{ value: 'school', label: 'Ms Adeyemi: the outcome, not the reasons' }, { value: 'mother', label: 'Kelly Smith: a letter in plain words' }]} />
          </div>
        </div>
        <Actions remark="No sign-off needed. Tom Hughes is told."><Button kind="primary">Save decision and allocate</Button><a href="#ask">Ask the school a question first</a></Actions>
      </form>
    </Card>
  </Page>
)
