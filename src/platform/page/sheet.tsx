import type { ComponentChildren } from 'preact'
import { Button, ButtonLink } from './button.tsx'
import { Card, Facts, NumberCard, Steps } from './card.tsx'
import { Clock } from './clock.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Choice, Choices, Segments, Select, YesNo } from './fields/choice.tsx'
import { FieldRow } from './fields/frame.tsx'
import { DateField, Line, Words } from './fields/text.tsx'
import { LogoMark } from './icons.tsx'
import { hueOfChild, type PersonMark } from './mark.ts'
import { Confirmation, EmptyState, Message, SaveState } from './message.tsx'
import { Pagination } from './navigation.tsx'
import { Tabs } from './tabs.tsx'
import { Table } from './table.tsx'
import { Tag } from './tag.tsx'
import { startingThemes } from './theme.ts'
import { NamedToken, Token, TokenRow } from './token.tsx'

/** An invented family, for showing the parts. */
const sheetFamily = {
  amelia: { name: 'Amelia Smith', symbol: 'female', hue: hueOfChild(0) },
  noah: { name: 'Noah Smith', symbol: 'male', hue: hueOfChild(1) },
  isla: { name: 'Isla Begum', symbol: 'female', hue: hueOfChild(2) },
  leo: { name: 'Leo Begum', symbol: 'male', hue: hueOfChild(3) },
  baby: { name: 'Baby Begum', symbol: 'unborn', hue: hueOfChild(4) },
  kelly: { name: 'Kelly Smith', symbol: 'female', hue: 'slate' },
  ahmed: { name: 'Ahmed Begum', symbol: 'male', hue: 'slate' },
  robin: { name: 'Robin Hale', symbol: 'notStated', hue: 'slate' },
} as const satisfies Record<string, PersonMark>

const Shelf = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="shelf"><h2>{title}</h2><div class="shelf-parts">{children}</div></section>
)

/** Every small part in its states on one page: what to look at after a change of style. */
export function SheetOfParts() {
  const everyone = Object.values(sheetFamily)
  return (
    <div class="sheet">
      <h1>Small parts</h1>
      <p class="lede">Every state has a shape and words. Colour comes third.</p>
      <Shelf title="Clocks">
        <div class="card-grid of-4">
          <Clock state="late" words="Late by 1 working day" second="was due Mon 17 Nov" />
          <Clock state="today" words="Today at 15:45" second="12 Mill Lane" />
          <Clock state="soon" words="In 2 working days" second="due Thu 20 Nov" />
          <Clock state="inTime" words="14 working days left" second="due Mon 8 Dec" />
          <Clock state="waiting" words="Waiting 4 working days" second="asked Wed 12 Nov" />
          <Clock state="done" words="Done on time" second="Thu 6 Nov" />
        </div>
      </Shelf>
      <Shelf title="People">
        <div class="sheet-line">{everyone.map((mark) => <Token mark={mark} size="l" />)}</div>
        <div class="sheet-line"><TokenRow marks={everyone} size="m" /><TokenRow marks={everyone} most={5} /><NamedToken mark={sheetFamily.isla} href="#isla" second="9, Oakfield Primary" /></div>
        <p class="source">Circle, square, triangle (unborn) as in the family tree; a diamond when not stated. The letter and the name carry the meaning; hue only helps brothers and sisters stay apart.</p>
      </Shelf>
      <Shelf title="Tags">
        <div class="sheet-line">
          <Tag>No order</Tag><Tag kind="outline">Seen alone 11 Nov</Tag><Tag kind="theme">Significant</Tag><Tag kind="good" icon="tick">On track</Tag>
          <Tag kind="soon" icon="history">Stuck</Tag><Tag kind="late">2 over limit</Tag><Tag kind="wait">With health</Tag><Tag kind="seal" icon="lock">Restricted</Tag>
        </div>
      </Shelf>
      <Shelf title="Buttons">
        <div class="sheet-line">
          <Button kind="primary">One primary</Button><Button>Secondary</Button><Button kind="quiet">Quiet</Button><ButtonLink kind="row" href="#sheet">In a row</ButtonLink>
          <Button icon="pencil">With a drawing</Button><Button kind="seal">Open for 8 hours</Button>
        </div>
      </Shelf>
      <Shelf title="Messages">
        <Confirmation title="Decision saved." undo={<a href="#undo">Undo</a>}>Priya Nair has the assessment, due Mon 8 December. Ms Adeyemi has been told.</Confirmation>
        <Message kind="soon" title="Somebody else changed this at 10:40.">Both versions are kept. Choose what to use.</Message>
        <Message kind="wait" title="You were signed out.">Your words are still here. Sign in to carry on.</Message>
        <Message kind="late" title="Is a child in danger now?">Call 999. Do not use this form.</Message>
        <Message kind="theme" title="You are asked to agree:">the plan goes on for three months.</Message>
        <Message kind="seal" title="Restricted.">Five named people can open this record.</Message>
        <div class="sheet-line"><SaveState words="Saved at 10:42" /><SaveState id="save-2" kind="wait" words="Kept on this device" /><SaveState id="save-3" kind="late" words="Not saved: try again" /><SaveState id="save-4" kind="quiet" words="Saving" /></div>
      </Shelf>
      <Shelf title="Nothing there">
        <EmptyState title="Nothing new">Replies from families, schools and health appear here.</EmptyState>
        <EmptyState homely title="You are up to date">Work given to you, or returned to you, appears here with the date it is due.</EmptyState>
      </Shelf>
      <Shelf title="To put right">
        <ErrorSummary problems={[{ field: 'outcome', words: 'Choose what we will do for Isla' }, { field: 'why', words: 'Say why, in a sentence or two' }]} />
      </Shelf>
      <Shelf title="Fields">
        <Line name="surname" label="Family name" hint="As the family spells it" value="Featherstonehaugh" />
        <FieldRow><DateField name="born" label="Date of birth" optional="if you know it" value="14 Jan 2016" /><Select name="school" label="School" empty="Choose a school" options={[{ value: '1', label: 'Oakfield Primary School' }, { value: '2', label: 'Ridgeway Academy' }]} /></FieldRow>
        <Words name="why" label="Why, for all of them" problem="Say why, in a sentence or two" note="The family can read this. 60 words is plenty." />
        <Words name="said" label="What did Isla say?" theirs value="I like it when Nan comes because then it is quiet." />
        <Choice name="agree" label="Have you talked to the parents about asking for support?" hint="It is nearly always right to ask first." look="question" value="yes"
          options={[{ value: 'yes', label: 'Yes, and they agree' }, { value: 'no', label: 'Yes, and they do not want it' }, { value: 'unsafe', label: 'It would not be safe to ask', hint: 'Choose this if telling them could put a child at risk', more: <Line name="unsafe-why" label="What could happen?" /> }]} />
        <Choices name="hears" label="Who hears about it" values={['school']} options={[{ value: 'school', label: 'Ms Adeyemi: the outcome, not the reasons' }, { value: 'mother', label: 'Kelly Smith: a letter in plain words' }]} />
        <YesNo name="alone" label="Was Isla seen alone?" value="yes" unknown="Not recorded" />
        <div><Segments name="outcome" legend="What we will do for Isla" value="assessment" options={[{ value: 'assessment', label: 'Assessment' }, { value: 'help', label: 'Early help' }, { value: 'advice', label: 'Advice' }, { value: 'none', label: 'No further action' }]} /></div>
      </Shelf>
      <Shelf title="Lists">
        <Tabs label="Groups of work" tabs={[{ label: 'All', href: '#all', count: 12, here: true }, { label: 'Overdue', href: '#overdue', count: 2 }, { label: 'Waiting for others', href: '#waiting', count: 3 }]} end={<a href="#group">Group by family</a>} />
        <Table caption="What we want for Isla" stack rows={[{ aim: 'To sleep in her own bed', who: 'Kelly and Ahmed set up the bunk beds', done: 4 }, { aim: 'To be at school on time', who: 'Jean walks her on Tuesdays', done: 12 }]}
          columns={[{ title: 'What we want', head: true, cell: (row) => row.aim }, { title: 'Who does what', cell: (row) => row.who }, { title: 'Weeks', number: true, cell: (row) => <a href="#weeks">{row.done}</a> }]} />
        <Facts facts={[{ label: 'Language', value: 'English, some Bengali at home' }, { label: 'Health', value: 'Mild asthma', change: { href: '#change', words: 'Change' } }]} />
        <Pagination words="51 to 100 of 212" previous={{ href: '#previous' }} next={{ href: '#next' }} />
        <div class="card-grid of-2"><NumberCard count={3} state="soon" title="without a worker" second="oldest since Fri 14 Nov" href="#unallocated" /><NumberCard count={7} state="late" title="things late" second="2 fewer than last week" href="#late" /></div>
        <Steps steps={[{ title: 'Today', words: 'You get a message to say we have it.' }, { title: 'Within 1 working day', words: 'Somebody here reads it and decides.' }]} />
      </Shelf>
      <Shelf title="Council colour">
        <div class="card-grid of-4">
          {startingThemes.map((theme) => (
            <Card kind="flush">
              <div class={`swatch swatch-${theme.name.toLowerCase()}`}><LogoMark /><strong>Kith</strong><span>{theme.name}</span></div>
            </Card>
          ))}
        </div>
        <p class="source">A colour under 7 to 1 on white is refused, and the nearest darker one offered.</p>
      </Shelf>
    </div>
  )
}
