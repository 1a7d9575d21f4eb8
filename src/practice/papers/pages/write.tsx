import type { ComponentChildren } from 'preact'
import { dayInWords } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { CardGrid, Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation } from '../../../platform/page/message.tsx'
import { textOf } from '../../../platform/page/posted.ts'
import { NamedToken } from '../../../platform/page/token.tsx'
import { again, form, page } from '../../../record/access/page.ts'
import { may } from '../../../record/access/permissions.ts'
import { Clashes, clashProblems } from '../../../record/answers/pages/clashes.tsx'
import { FormRead } from '../../../record/answers/pages/reading.tsx'
import { numbersTold } from '../../../record/answers/pages/told.ts'
import { changesIn, FormSections, keptWhileWriting } from '../../../record/answers/pages/writing.tsx'
import { Blocks } from '../../../record/outputs/formats/onPage.tsx'
import { readingAge } from '../../../record/outputs/readingAge.ts'
import { ageInWords, markOf } from '../../../record/people/marks.ts'
import { clockOf } from '../../../record/work/trayRows.ts'
import { finishPaper, reopenPaper, savePaper, settleForward, settlePaper } from '../commands.ts'
import { paperKindOf } from '../kinds.ts'
import { readingPaper } from '../queries.ts'

/** A paper as it is written, or read once it is finished; with what the record puts in beside it. */
const paperPage = page('/papers/:item', {
  what: 'page.paper',
  may: 'record.read',
  load: async (asking, ask) => ({ ...(await readingPaper(asking, ask.params.item ?? '')), today: asking.today, writes: may(asking.actor, 'record.write'), sends: may(asking.actor, 'output.send') }),
  view: ({ item, kind, open, about, form: read, facts, frozen, earlier, lastTime, today, writes, sends }, frame, ask) => {
    const Frame = kind.withFamily ? Wide : Columns
    const age = readingAge(Object.values(read.answers).flatMap((answer) => [answer.all, ...Object.values(answer.each ?? {})]).filter((one) => typeof one === 'string').join('\n'))
    return (
      <Page {...frame} title={kind.title} problemCount={ask.problems.length} printed={undefined}>
        <PageHead title={kind.title} lede={(kind.withFamily ? [`About ${listed(item.people.map((one) => one.given || one.name))}`, item.words, item.workerName ? `Written by ${item.workerName}` : ''] : [item.words, item.workerName ? `with ${item.workerName}` : '']).filter(Boolean).join(kind.withFamily ? '. ' : ', ')} end={open && item.dueOn ? <Clock {...clockOf(item, false, today)} /> : undefined} />
        {ask.query.saved ? <Confirmation title="Saved." /> : null}
        {ask.query.finished ? <Confirmation title="Finished.">It can be printed and sent now.</Confirmation> : null}
        <ErrorSummary problems={ask.problems.map((one) => ({ field: one.question, words: one.problem }))} />
        <Frame
          main={<>
            {open && writes ? <Clashes action={`/papers/${item.id}`} definition={kind.definition} clashes={read.clashes} /> : null}
            {open && writes ? (
              <form method="post" action={`/papers/${item.id}`} data-keep={`paper-${item.id}`} data-save>
                <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="kind" value={kind.id} />
                <FormSections definition={kind.definition} answers={read.answers} about={about} people={item.people} ask={ask} proposals={read.proposals} today={today} />
                <Actions remark="Kept as you write; nobody reads it as finished before you say so."><Button kind="primary" name="go" value="finish">It is finished</Button><Button name="go" value="save">Save and go on later</Button></Actions>
              </form>
            ) : <FormRead frozen={frozen} definition={kind.definition} people={item.people} />}
            {lastTime ? <Card title={`${kind.title}, ${lastTime.on ? dayInWords(lastTime.on) : 'before'}`} aside={<a href={`/papers/${lastTime.itemId}`}>By itself</a>}><details class="fold"><summary><span class="fold-link">Read it beside this one</span></summary><div class="stack-gap"><FormRead frozen={lastTime.frozen} definition={kind.definition} people={lastTime.people} under /></div></details></Card> : null}
            {kind.facts.length === 0 ? null : <Card title="What the record puts in" lede="As it stands today. It is made anew when the paper goes out, and each reader gets only what they may know.">
              {facts.passages.length === 0 ? <p>Nothing yet.</p> : <Blocks blocks={facts.passages.flatMap((passage) => passage.blocks)} />}
            </Card>}
          </>}
          aside={<>
            <Card title="About">{item.people.map((one) => <NamedToken mark={markOf(one)} href={`/people/${one.id}`} second={ageInWords({ ...one, bornAbout: 'day', diedOn: null }, today)} />)}</Card>
            {earlier.length > 0 ? <Card title="Earlier ones"><ul class="lines">{earlier.map((one) => <li><p><a class="name" href={`/papers/${one.id}`}>{one.finishedOn ? dayInWords(one.finishedOn) : kind.title}</a>{one.words ? <span class="second">{one.words}</span> : null}</p></li>)}</ul></Card> : null}
            {age ? <Card title="How easy it is to read"><p>For readers of about {age} years and older.</p></Card> : null}
            {open ? null : <Card title="What next">
              {sends ? <p><ButtonLink kind="primary" href={`/papers/${item.id}/send`}>Print or send</ButtonLink></p> : null}
              <p class="second">Finished{item.finishedOn ? ` on ${dayInWords(item.finishedOn)}` : ''}.</p>
              {writes ? <form method="post" action={`/papers/${item.id}`}><input type="hidden" name="commandId" value={newId()} /><Line name="reason" label="Why it is opened again" value={textOf(ask.body.reason)} /><Actions><Button name="go" value="reopen">Open it again</Button></Actions></form> : null}
            </Card>}
          </>} />
      </Page>
    )
  },
})

/** A form whose sections stand beside each other has the whole width; what stands at the side of others comes after it. */
const Wide = ({ main, aside }: Readonly<{ main: ComponentChildren; aside: ComponentChildren }>) => <div class="stack-gap">{main}<CardGrid of={4}>{aside}</CardGrid></div>

const write = form('/papers/:item', async (caller, ask, around) => {
  const itemId = ask.params.item ?? ''
  const go = textOf(ask.body.go)
  if (go === 'reopen') {
    const opened = await reopenPaper.perform(caller, { itemId, reason: textOf(ask.body.reason) }, ask.commandId)
    return 'problems' in opened ? again(paperPage, opened.problems.map((one) => ({ ...one, problem: 'Write why it is opened again.' })))(caller, ask, around) : { go: `/papers/${itemId}` }
  }
  if (go === 'stands' || go === 'other') {
    const settled = await settlePaper.perform(caller, { itemId, clashId: textOf(ask.body.clash), choose: go }, ask.commandId)
    return 'problems' in settled ? again(paperPage, settled.problems)(caller, ask, around) : { go: `/papers/${itemId}` }
  }
  const sections = paperKindOf(textOf(ask.body.kind))?.definition.sections ?? []
  const today = caller.clock.today()
  const numbers = numbersTold(ask, sections, today)
  const changes = [...changesIn(ask, sections, today), ...(go === 'keep' ? [] : numbers.changes)]
  const kept = await savePaper.perform(caller, { itemId, changes }, ask.commandId)
  const clashes = 'done' in kept ? kept.done.clashes : []
  if (go === 'keep') return keptWhileWriting(caller, kept, clashes.length > 0, undefined, numbers.waits ? 'A number is not added yet.' : undefined)
  const saved = clashes.length > 0 ? { problems: clashProblems(clashes) } : kept
  if ('problems' in saved) return again(paperPage, saved.problems)(caller, ask, around)
  if (numbers.problems.length > 0) return again(paperPage, numbers.problems)(caller, ask, around)
  const [forward, choice, question = ''] = go.split(':')
  if (forward === 'forward') {
    // An address of its own: what stood in the boxes when this was sent is not put back over what came of it.
    const settled = await settleForward.perform(caller, { itemId, question, choice: choice === 'drop' ? 'drop' : 'keep' })
    return 'problems' in settled ? again(paperPage, settled.problems)(caller, ask, around) : { go: `/papers/${itemId}?forward=${encodeURIComponent(question)}#${question}` }
  }
  // Each time an address of its own, for the same reason.
  if (forward === 'number' || forward === 'unsay') return { go: `/papers/${itemId}?given=${caller.clock.now().replace(/\D/g, '')}#${choice}-set` }
  if (go !== 'finish') return { go: `/papers/${itemId}?saved=1` }
  const finished = await finishPaper.perform(caller, { itemId })
  return 'problems' in finished ? again(paperPage, finished.problems)(caller, ask, around) : { go: `/papers/${itemId}?finished=1` }
})
export const paperRoutes = [paperPage, write] as const
