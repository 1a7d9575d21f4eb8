import { join, split } from '../../../engine/forms/answers.ts'
import { dayOf } from '../../../kernel/dates.ts'
import { HouseError, type Problem } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { ButtonLink } from '../../../platform/page/button.tsx'
import { DataBlock } from '../../../platform/page/data-block.tsx'
import { Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState, Message } from '../../../platform/page/message.tsx'
import { answer, type Caller } from '../../../record/access/act.ts'
import { again, form, page, type Ask, type Reply, type Route } from '../../../record/access/page.ts'
import { childAndFamilyAssessment as definition } from '../../../../content/forms/childAndFamilyAssessment.ts'
import { sendAssessment } from '../commands/sending.ts'
import { leaveSection, saveSection, settleClash, settleProposal, startAssessment } from '../commands/writing.ts'
import { ClashCard } from '../editor/clash.tsx'
import { Editor } from '../editor/editor.tsx'
import { Panel } from '../editor/panel.tsx'
import { besideKinds } from '../model/shown.ts'
import { askedNow } from '../queries/asked.ts'
import { beside } from '../queries/beside.ts'
import { editing, isBegun } from '../queries/editing.ts'
import { sectionOf } from '../rules/about.ts'
import { changesBetween } from '../rules/places.ts'
import { postedChanges } from '../rules/posted.ts'

const idIn = (ask: Ask): string => ask.params.id ?? ''

const shown = page('/assessments/:id', {
  what: 'page.assessment',
  may: 'record.read',
  load: (asking, ask, { asks }) => editing(asking, idIn(ask), besideKinds.find((kind) => kind === ask.query.beside) ?? 'visits', asks),
  view: (found, frame, ask) => {
    const commandId = newId()
    if (!('start' in found)) {
      return (
        <Page {...frame} title="Child and family assessment" frame="narrow">
          <PageHead title="Child and family assessment" />
          <EmptyState title="Not begun yet">{found.item.workerName ?? 'Whoever it is given to'} begins it by opening it. What was said last time comes with it, to be checked.</EmptyState>
        </Page>
      )
    }
    const { start, assessment } = found
    const writing = assessment.state === 'open' || assessment.state === 'returned'
    if (!writing && ask.query.sent === undefined) {
      return (
        <Page {...frame} title={start.form.title} frame="narrow">
          <PageHead title={start.form.title} lede={start.family.words} end={<ButtonLink kind="primary" href={`/assessments/${start.itemId}/read`}>Read it</ButtonLink>} />
          <Message kind={assessment.state === 'authorised' ? 'good' : 'wait'} icon={assessment.state === 'authorised' ? 'tick' : 'history'}>
            {assessment.state === 'authorised' ? `Agreed by ${assessment.authorisedByName ?? 'a manager'}.` : assessment.state === 'sent' ? `Sent by ${assessment.sentByName ?? 'its writer'}; one manager decides.` : 'Ended with a reason. Everything written is kept.'}
          </Message>
        </Page>
      )
    }
    return (
      <Page {...frame} title={start.form.title} frame="editor" scripts={['src/practice/assessments/island.tsx']} problemCount={ask.problems.length}>
        <DataBlock id="editor-start" value={start} />
        <div id="editor"><Editor start={start} ClashCard={ClashCard} Panel={Panel} problems={ask.problems} commandId={commandId} {...(ask.query.sent === undefined ? {} : { sentTo: start.sendTo })} /></div>
      </Page>
    )
  },
})

/** The whole assessment on one page. Opening it begins it, for whoever may write. */
const editPage: Route = {
  ...shown,
  run: async (caller, ask, around) => {
    const begun = await answer(caller, 'assessments.look', 'record.read', (asking) => isBegun(asking, idIn(ask)))
    if (!begun) {
      try {
        await startAssessment.perform(caller, { itemId: idIn(ask) })
      } catch (problem) {
        // A reader who may not write sees that nobody has begun.
        if (!(problem instanceof HouseError) || problem.kind !== 'NotAllowed') throw problem
      }
    }
    return shown.run(caller, ask, around)
  },
}

/** What a page without script can ask for, in one word with its places: `settle:schoolNow:keep`, `split:schoolNow:<child>`. */
async function doOne(caller: Caller, ask: Ask): Promise<{ go: string } | { problems: readonly Problem[] }> {
  const itemId = idIn(ask)
  const [what = '', first = '', second = ''] = (typeof ask.body.do === 'string' ? ask.body.do : '').split(':')
  const to = (section: string | undefined) => ({ go: `/assessments/${itemId}${section ? `#${section}` : ''}` })
  switch (what) {
    case 'settle': {
      const done = await settleProposal.perform(caller, { itemId, question: first, choice: second })
      return 'problems' in done ? done : to(first)
    }
    case 'clash': {
      const done = await settleClash.perform(caller, { itemId, clashId: first, use: second })
      return 'problems' in done ? done : to(undefined)
    }
    case 'split': case 'join': return differ(caller, itemId, what, first, second)
    case 'next': {
      await leaveSection.perform(caller, { itemId, section: first })
      return to(definition.sections[definition.sections.findIndex((section) => section.id === first) + 1]?.id ?? first)
    }
    case 'send': {
      const done = await sendAssessment.perform(caller, { itemId }, ask.commandId)
      return 'problems' in done ? done : { go: `/assessments/${itemId}?sent=1` }
    }
    default: return to(first)
  }
}

async function differ(caller: Caller, itemId: string, what: 'split' | 'join', question: string, child: string): Promise<{ go: string } | { problems: readonly Problem[] }> {
  const now = await answer(caller, 'assessments.look', 'record.read', (asking) => editing(asking, itemId, 'visits'))
  const section = sectionOf(definition, question)
  const asked = definition.sections.flatMap((one) => one.questions).find((one) => one.id === question)
  if (!('start' in now) || !section || !asked) return { go: `/assessments/${itemId}` }
  const before = now.start.answers[question] ?? {}
  const children = child === 'all' ? now.start.children.map((one) => one.id) : [child]
  const joined = what === 'join' ? join(asked.kind, before, child) : { joined: children.reduce((all, one) => split(all, one), before) }
  if ('clash' in joined) return { problems: [{ question, problem: 'The two answers differ. Change one of them first, then join.' }] }
  const done = await saveSection.perform(caller, { itemId, section, changes: changesBetween(question, before, joined.joined) })
  return 'problems' in done ? done : { go: `/assessments/${itemId}#${question}${what === 'split' ? `.${children[0] ?? ''}` : ''}` }
}

/** The page as a form, without script: everything that was changed is saved first, whatever button was pressed. */
const postPage = form('/assessments/:id', async (caller, ask, around) => {
  const today = dayOf(caller.clock.now())
  for (const [section, changes] of postedChanges(definition, ask.body, today)) {
    const saved = await saveSection.perform(caller, { itemId: idIn(ask), section, changes })
    if ('problems' in saved) return again(shown, saved.problems)(caller, ask, around)
  }
  const done = await doOne(caller, ask)
  return 'problems' in done ? again(shown, done.problems)(caller, ask, around) : done
})

const clashesNow = (caller: Caller, itemId: string) => answer(caller, 'assessments.look', 'record.read', async (asking) => {
  const now = await editing(asking, itemId, 'visits')
  return 'start' in now ? now.start.clashes : []
})

/** What the island asks for, one address a deed; answered as JSON. */
const json = (deed: string, run: (caller: Caller, ask: Ask, itemId: string) => Promise<unknown>): Route =>
  form(`/assessments/:id/${deed}`, async (caller, ask): Promise<Reply> => {
    const found = await run(caller, ask, idIn(ask))
    return { json: found, status: typeof found === 'object' && found !== null && 'problems' in found ? 422 : 200 }
  })
const asIn = (ask: Ask) => (ask.body.as === undefined ? {} : { as: ask.body.as })
const plainly = <Answer,>(outcome: { done: Answer } | { problems: readonly Problem[] }): Answer | { problems: readonly Problem[]; title: string } =>
  'done' in outcome ? outcome.done : { problems: outcome.problems, title: outcome.problems[0]?.problem ?? 'Not saved' }

export const editRoutes: readonly Route[] = [
  editPage, postPage,
  json('save', async (caller, ask, itemId) => {
    const done = await saveSection.perform(caller, { itemId, section: ask.body.section, changes: ask.body.changes, ...asIn(ask) }, ask.commandId)
    if ('problems' in done || done.done.clashes.length === 0) return plainly(done)
    return { savedAt: done.done.savedAt, clashes: await clashesNow(caller, itemId) }
  }),
  json('settle', async (caller, ask, itemId) => plainly(await settleProposal.perform(caller, { itemId, question: ask.body.question, choice: ask.body.choice, ...asIn(ask) }, ask.commandId))),
  json('clash', async (caller, ask, itemId) => plainly(await settleClash.perform(caller, { itemId, clashId: ask.body.clashId, use: ask.body.use, ...asIn(ask) }, ask.commandId))),
  json('leave', async (caller, ask, itemId) => plainly(await leaveSection.perform(caller, { itemId, section: ask.body.section }, ask.commandId))),
  json('send', async (caller, ask, itemId) => {
    const done = await sendAssessment.perform(caller, { itemId, ...asIn(ask) }, ask.commandId)
    if ('problems' in done) return { problems: done.problems }
    return { sentTo: done.done.sentTo }
  }),
  {
    method: 'GET', path: '/assessments/:id/beside',
    run: async (caller, ask) => {
      const found = await beside.perform(caller, { itemId: idIn(ask), kind: ask.query.kind ?? 'visits' })
      return 'done' in found ? { json: found.done } : { json: found, status: 422 }
    },
  },
  {
    method: 'GET', path: '/assessments/:id/rules',
    run: async (caller, ask, { asks }) => ({ json: await answer(caller, 'rules.whileTyped', 'record.read', async (asking) => ({ asked: await askedNow(asking, idIn(ask), asks) }), 'reads') }),
  },
  {
    method: 'GET', path: '/assessments/:id/now',
    run: async (caller, ask) => ({ json: await answer(caller, 'assessments.look', 'record.read', async (asking) => {
      const now = await editing(asking, idIn(ask), 'visits')
      return 'start' in now ? { answers: now.start.answers, proposals: now.start.proposals, left: now.start.left, clashes: now.start.clashes } : {}
    }) }),
  },
]
