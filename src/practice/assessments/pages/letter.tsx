import { dayInWords, dayOf, isInstant, plain, type PlainDate } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed, possessive } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Tick } from '../../../platform/page/fields/choice.tsx'
import { Words } from '../../../platform/page/fields/text.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { Letter, LetterPair, SignLines } from '../../../platform/page/letter.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tabs } from '../../../platform/page/tabs.tsx'
import { Quote } from '../../../platform/page/words.tsx'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { readingAge } from '../../../record/outputs/readingAge.ts'
import { AskSecond } from '../../../record/outputs/pages/askSecond.tsx'
import { OnPage } from '../../../record/outputs/formats/onPage.tsx'
import { markOf } from '../../../record/people/marks.ts'
import { sendLetter } from '../commands/letters.ts'
import type { LetterWords } from '../model/letters.ts'
import { keptLetter, letterDesk, type LetterDesk } from '../queries/letters.ts'
import { tasksIn } from '../rules/letters.ts'

const textOf = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '')
const treeOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {})

/** The words as somebody changed them in the form; the first words where they did not. */
function wordsIn(ask: Ask, first: LetterWords, children: readonly { id: string }[]): LetterWords {
  if (ask.body.goingWell === undefined) return first
  const said = treeOf(ask.body.said)
  return {
    opening: textOf(ask.body.opening), goingWell: textOf(ask.body.goingWell), worries: textOf(ask.body.worries), doing: textOf(ask.body.doing), next: textOf(ask.body.next),
    said: children.flatMap((child) => (textOf(said[child.id]).trim() ? [{ personId: child.id, words: textOf(said[child.id]) }] : [])),
  }
}

const reach = (who: LetterDesk['worker'], what: string) => (who ? <>{who.name}, {what}{who.phone ? <>, <strong>{who.phone}</strong></> : null}.</> : null)

/** The letter on paper: one recipient, plain words, what goes well and what worries us at the same width. */
function Paper({ desk, words, councilName, on }: { desk: LetterDesk; words: LetterWords; councilName: string; on: PlainDate }) {
  const { chosen, worker, manager, team, found } = desk
  if (!chosen) return null
  const address = chosen.address && !chosen.address.hidden ? [...chosen.address.lines, chosen.address.postcode ?? ''].filter(Boolean) : []
  const tasks = tasksIn(words.doing, on)
  return (
    <Letter councilName={councilName} department="Children and families" from={[team ?? 'Children’s social care']} to={[chosen.name, ...address]} writtenOn={dayInWords(on)} title="What we found, and what happens next"
      foot={`You can have this letter in ${chosen.language && chosen.language !== 'English' ? chosen.language : 'another language'}, in large print, or read to you.`}>
      <p>Dear {chosen.given},</p>
      <p>{words.opening}</p>
      <LetterPair left={{ title: 'What is going well', words: words.goingWell || 'We talked about this together.' }} right={{ title: 'What we are worried about', words: words.worries || 'We are not worried about anything in particular.' }} />
      {words.said.length > 0 ? <>
        <h2>What {words.said.length === 1 ? 'your child' : 'the children'} told us</h2>
        <div class="two">{words.said.map((said) => {
          const child = found.item.people.find((one) => one.id === said.personId)
          return child ? <Quote words={said.words} said={child.given || child.name} hue={markOf(child).hue} /> : null
        })}</div>
      </> : null}
      {tasks.length > 0 ? <>
        <h2>What we will all do</h2>
        <Table caption="What we will all do" rows={tasks} stack columns={[{ title: 'Who will do what', head: true, cell: (row) => row.what }, { title: 'By when', cell: (row) => row.by || 'as we agree' }]} />
      </> : null}
      <h2>What happens next</h2>
      <p>{words.next}</p>
      <div class="two">
        <section><h2>Talk to us</h2><p>{reach(worker, 'your social worker')} If you are not happy with us: {reach(manager, 'a manager') ?? 'ask for the manager.'} You can make a complaint, and you can ask for somebody on your side, called an advocate. Both are free, and nobody will treat you worse for it.</p></section>
        <SignLines names={[chosen.given, `${worker?.name.split(' ')[0] ?? 'Somebody'}, for the council`]} />
      </div>
    </Letter>
  )
}

/** How old somebody has to be, about, to read it: an aim is 11. */
function ageWords(words: LetterWords): string | undefined {
  const age = readingAge([words.opening, words.goingWell, words.worries, ...words.said.map((one) => one.words), words.doing, words.next].join('\n'))
  return age === undefined ? undefined : age > 11 ? `Reading age about ${age}: shorter words and sentences help` : `Reading age about ${age}`
}

const fieldAt = (ask: Ask, name: string) => {
  const problem = ask.problems.find((one) => one.question === name)?.problem
  return problem ? { problem } : {}
}

/** The letter to the family, made from the assessment: for each parent their own. */
const desk = page('/assessments/:id/letter', {
  what: 'page.letter',
  may: 'record.read',
  load: async (asking, ask) => ({ desk: await letterDesk(asking, ask.params.id ?? '', textOf(ask.body.to) || ask.query.to), today: asking.today }),
  view: ({ desk: d, today }, frame, ask) => {
    const id = d.found.assessment.id
    const { chosen } = d
    const words = wordsIn(ask, d.words, chosen?.children ?? [])
    return (
      <Page {...frame} title="Letter to the family" problemCount={ask.problems.length} printed={undefined} band={
        <div data-screen-only>
          <PageHead title="Letter to the family" lede={chosen ? `For ${chosen.name}, about ${listed(chosen.children.map((child) => child.given))}. Everybody gets their own.` : undefined} end={<ButtonLink href={`/assessments/${d.found.item.id}/read`}>Read the assessment</ButtonLink>} />
          {d.recipients.length > 1 ? <Tabs label="Who the letter is for" tabs={d.recipients.map((one) => ({ label: `${one.given}${one.sent ? ', sent' : ''}`, href: `/assessments/${id}/letter?to=${one.id}`, here: one.id === chosen?.id }))} /> : null}
        </div>}>
        {chosen ? <>
          <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
          <p class="print-only">This letter has not gone out. It is printed once it is kept as sent.</p>
          <div data-screen-only><Paper desk={d} words={words} councilName={frame.council.name} on={today} /></div>
          <form method="post" action={`/assessments/${id}/letter`} data-keep={`letter-${id}-${chosen.id}`} data-screen-only>
            <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="to" value={chosen.id} />
            <Card title="The words of the letter" lede={`Taken from the assessment, only what is about ${possessive(chosen.given)} own children. Write as you would say it to ${chosen.given}.`} aside={ageWords(words)}>
              <Words name="opening" label="Opening" rows={2} value={words.opening} {...fieldAt(ask, 'opening')} />
              <Words name="goingWell" label="What is going well" rows={3} value={words.goingWell} {...fieldAt(ask, 'goingWell')} />
              <Words name="worries" label="What we are worried about" rows={3} value={words.worries} {...fieldAt(ask, 'worries')} />
              {chosen.children.map((child) => <Words name={`said.${child.id}`} label={`What ${child.given} told us`} optional="only if they are happy for it to be shared" theirs rows={1} value={words.said.find((one) => one.personId === child.id)?.words ?? ''} {...fieldAt(ask, `said.${child.id}`)} />)}
              <Words name="doing" label="Who will do what, and by when" hint="A line each. A day becomes a date of its own: “Ahmed builds the bunk bed by 28 November 2026”." rows={3} value={words.doing} {...fieldAt(ask, 'doing')} />
              <Words name="next" label="What happens next" rows={2} value={words.next} {...fieldAt(ask, 'next')} />
              {d.recipients.filter((one) => !one.sent).length > 1 ? <Tick name="more" label="Somebody else gets a letter too: keep the work open" checked={ask.body.more === 'yes'} /> : null}
            </Card>
            <AskSecond problems={ask.problems} because={textOf(ask.body.because)} />
            <Actions remark="It is kept as you send it. Print it then, or give it by hand."><Button kind="primary" name="do" value="send">Keep as sent</Button><Button name="do" value="look">Show the letter with these words</Button></Actions>
          </form>
        </> : <EmptyState title="Nobody to write to yet">Say on the family page who the parents are, and the letter can be made.</EmptyState>}
      </Page>
    )
  },
})
const postDesk = form('/assessments/:id/letter', async (caller, ask, around) => {
  if (ask.body.do !== 'send' && ask.body.do !== 'ask') return again(desk, [])(caller, ask, around)
  const because = ask.body.do === 'ask' ? textOf(ask.body.because).trim() : ''
  if (ask.body.do === 'ask' && because === '') return again(desk, [{ question: 'because', problem: 'Say why it is right that this goes out.' }])(caller, ask, around)
  const assessmentId = ask.params.id ?? ''
  const said = treeOf(ask.body.said)
  const words = wordsIn(ask, { opening: '', goingWell: '', worries: '', said: [], doing: '', next: '' }, Object.keys(said).map((id) => ({ id })))
  const outcome = await sendLetter.perform(caller, { assessmentId, recipientId: ask.body.to, words, ...(ask.body.more === 'yes' ? { more: true } : {}), ...(because ? { because } : {}) }, ask.commandId)
  if ('problems' in outcome) return again(desk, outcome.problems)(caller, ask, around)
  return { go: outcome.done.held ? `/sent/${outcome.done.held}?held=1` : `/assessments/letters/${outcome.done.id ?? ''}?sent=1` }
})

/** A letter as it went out. */
const kept = page('/assessments/letters/:letter', {
  what: 'page.keptLetter',
  may: 'record.read',
  load: (asking, ask) => keptLetter(asking, ask.params.letter ?? ''),
  view: ({ letter, desk: d, paper, outputId }, frame, ask) => (
    <Page {...frame} title="Letter as it was sent">
      <div data-screen-only class="stack-gap">
        <PageHead title="Letter as it was sent" lede={`To ${d.chosen?.name ?? ''}, by ${letter.by ?? 'somebody who has left'}, on ${dayInWords(dayIn(letter.madeAt))}.`} end={<>{outputId ? <ButtonLink href={`/sent/${outputId}`}>Purpose, and other formats</ButtonLink> : null}<ButtonLink href={`/assessments/${letter.assessmentId}/letter`}>Write another</ButtonLink></>} />
        {ask.query.sent ? <Confirmation title="Kept as sent.">It stands in the records of {listed((d.chosen?.children ?? []).map((child) => child.given))}. Print it, or give it by hand.</Confirmation> : null}
      </div>
      {paper ? <OnPage paper={paper} councilName={frame.council.name} on={dayInWords(dayIn(letter.madeAt))} /> : <Paper desk={d} words={letter.words} councilName={frame.council.name} on={dayIn(letter.madeAt)} />}
    </Page>
  ),
})
const dayIn = (at: string): PlainDate => (isInstant(at) ? dayOf(at) : plain(at.slice(0, 10)))

export const letterRoutes = [kept, desk, postDesk] as const
