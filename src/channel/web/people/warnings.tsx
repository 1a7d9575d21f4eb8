import { warningKinds } from '../../../../content/codes/person.ts'
import { dayInWords, shortDay, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { Choice, Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Words } from '../../../platform/page/fields/text.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { labelNow, listNow } from '../../../record/access/own/now.ts'
import type { Warning } from '../../../record/people/model.ts'
import type { Story } from '../../../record/people/warnings/queries.ts'
import { back, Opening, textOf, type Place } from './detailForms.tsx'

const WarningForm = (place: Place) => (
  <Opening place={place} what="warning" words="Add a safety note">
    <Select id="warning-kind" name="kind" label="What kind" options={listNow(warningKinds, place.today).codes.map((c) => ({ value: c.code, label: c.label }))} {...back(place, 'warning', 'kind')} />
    <Words id="warning-words" name="words" label="What those who visit must know" rows={2} {...back(place, 'warning', 'words')} />
    <DateField id="warning-review" name="reviewOn" label="Look at it again by" hint="At most a year away." {...back(place, 'warning', 'reviewOn')} />
  </Opening>
)

/** What somebody found who looked at a note again: it holds, in these words or others, or it does not any more. */
function LookForm({ place, note }: { place: Place; note: Warning }) {
  const mine = textOf(place.ask.body.what) === 'look' && textOf(place.ask.body.warningId) === note.id
  const said = (name: string, otherwise = '') => {
    const problem = mine ? place.ask.problems.find((one) => one.question === name)?.problem : undefined
    return { id: mine ? name : `${name}-${note.id}`, name, value: mine ? textOf(place.ask.body[name]) : otherwise, ...(problem ? { problem } : {}) }
  }
  return (
    <details class="fold" open={mine && place.ask.problems.length > 0}>
      <summary><span class="fold-link">Look at it again<span class="unseen">: {note.words}</span></span></summary>
      <form method="post" action={place.action}>
        <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="what" value="look" /><input type="hidden" name="warningId" value={note.id} />
        <Choice {...said('finding', 'stands')} label="What did you find" options={[{ value: 'stands', label: 'It still holds' }, { value: 'ended', label: 'It does not hold any more' }]} />
        <Words {...said('words', note.words)} label="What those who visit must know" rows={2} />
        <Words {...said('why')} label="How you know" hint="Who you asked, or what you saw." rows={2} />
        <DateField {...said('reviewOn')} label="Look at it again by" optional="where it still holds" hint="At most a year away." />
        <Button kind="row">Record it</Button>
      </form>
    </details>
  )
}

const lookInWords = (look: Story['looks'][number], today: PlainDate): string => `${look.ended ? 'Ended' : 'Looked at'} by ${look.by ?? 'a colleague'}, ${shortDay(look.on, today)}`
/** Each look at a note, the last first. */
const Looks = ({ story, today }: { story: Story; today: PlainDate }) => (
  <details class="fold"><summary><span class="fold-link">How it was known<span class="unseen"> that {story.words}</span></span></summary>
    <ul class="lines">{story.looks.toReversed().map((look) => <li><p><strong>{look.why === null ? `Written by ${look.by ?? 'a colleague'}, ${shortDay(look.on, today)}` : lookInWords(look, today)}</strong><span class="second">{look.why ?? look.words}</span>{look.why !== null && look.words !== story.words ? <span class="second">It said: {look.words}</span> : null}</p></li>)}</ul>
  </details>
)

/** What those who visit must know: each note with the day to look at it again, by whom it was looked at, and those that ended. */
export function WarningsCard({ notes, stories, ...place }: Place & Readonly<{ notes: readonly Warning[]; stories: readonly Story[] }>) {
  const { today } = place
  const ended = stories.filter((one) => one.endedOn !== null && one.endedOn <= today)
  const storyOf = (note: Warning) => stories.find((one) => one.endedOn === null && one.looks.length > 1 && one.words === note.words && one.from === note.from)
  return (
    <Card id="warnings" title="Safety notes">
      {notes.length === 0 ? <EmptyState title="None">What those who visit must know appears here.</EmptyState>
        : <ul class="lines">{notes.map((note) => {
          const outside = note.kind === 'harmOutside'
          const story = outside ? undefined : storyOf(note)
          const late = note.reviewOn < today
          return (
            <li>
              <p><strong>{note.words}</strong><span class="second">{outside ? <>Known since {shortDay(note.from, today)}, <a href={`/people/${note.personId}/safety`}>under Safety</a></> : <>{labelNow(warningKinds, note.kind)}. By {note.by ?? 'a colleague'}, {shortDay(note.from, today)}{note.lookedOn ? `; looked at by ${note.lookedBy ?? 'a colleague'}, ${shortDay(note.lookedOn, today)}` : ''}</>}</span></p>
              <Clock state={late ? 'late' : note.reviewOn === today ? 'today' : 'inTime'} words={late ? `Was to be looked at by ${dayInWords(note.reviewOn)}` : `Look again by ${dayInWords(note.reviewOn)}`} />
              {outside ? null : <LookForm place={place} note={note} />}
              {story ? <Looks story={story} today={today} /> : null}
            </li>
          )
        })}</ul>}
      <WarningForm {...place} />
      {ended.length > 0 ? (
        <details class="fold"><summary><span class="fold-link">{ended.length === 1 ? '1 that ended' : `${ended.length} that ended`}</span></summary>
          <ul class="lines">{ended.map((story) => { const last = story.looks.at(-1); return <li><p><strong>{story.words}</strong><span class="second">{shortDay(story.from, today)} to {shortDay(story.endedOn ?? today, today)}. {last ? lookInWords(last, today) : ''}{last?.why ? `: ${last.why}` : ''}</span></p><Looks story={story} today={today} /></li> })}</ul>
        </details>
      ) : null}
    </Card>
  )
}

/** The answers of the form as the command takes them. */
export const warningAnswers = (b: Readonly<Record<string, unknown>>, personId: string, today: PlainDate) => {
  const reviewOn = textOf(b['reviewOn']).trim()
  return { personId, warningId: textOf(b['warningId']), finding: textOf(b['finding']), ...(textOf(b['words']).trim() ? { words: textOf(b['words']) } : {}), why: textOf(b['why']), ...(reviewOn ? { reviewOn: typedDay(reviewOn, today) ?? reviewOn } : {}) }
}
