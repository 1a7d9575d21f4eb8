import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { join, split } from '../../../engine/forms/answers.ts'
import { questionsShown, sectionsShown } from '../../../engine/forms/asked.ts'
import { settle } from '../../../engine/forms/broughtForward.ts'
import type { Answers, Proposal, Section } from '../../../engine/forms/model.ts'
import { progress } from '../../../engine/forms/progress.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { counted, sentence } from '../../../kernel/phrasing.ts'
import { Button } from '../../../platform/page/button.tsx'
import { TimeBar } from '../../../platform/page/charts.tsx'
import { Clock } from '../../../platform/page/clock.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { EditorFrame } from '../../../platform/page/layout.tsx'
import { Confirmation, Message, SaveState } from '../../../platform/page/message.tsx'
import { SectionNav } from '../../../platform/page/section-nav.tsx'
import { TokenRow } from '../../../platform/page/token.tsx'
import { asksByPlace } from '../../../record/answers/beside.ts'
import type { Clash } from '../../../record/answers/model.ts'
import type { EditorStart } from '../model/shown.ts'
import { changesBetween, valueAt, withPlace } from '../rules/places.ts'
import type { PanelView } from './panel.tsx'
import { Asked, type Acts, type ClashView } from './question.tsx'
import { differs, type SaveNews, type Saver, type Step } from './saver.ts'
import { watchCursor } from './typing.ts'

export type Written = Readonly<{ answers: Answers; proposals: readonly Proposal[]; left: readonly string[]; clashes: readonly Clash[] }>

/** The browser's side of the editor: nothing of it on the server. */
export type Alive = Readonly<{
  saver: Saver
  news: (listen: (news: SaveNews) => void) => void
  heard: (listen: (clashes: readonly Clash[]) => void) => void
  /** What others wrote meanwhile, while nothing of one's own waits to be saved. */
  fresh: (listen: (written: Written) => void) => void
  restored: readonly Step[]
  clashView: () => Promise<ClashView>
  /** The panel as the server drew it, until somebody touches the page and its script comes. */
  drawnPanel: string
  panelView: (come: (panel: PanelView) => void) => void
  /** What the rules of the census ask of what is saved now. */
  asks: (listen: (asked: EditorStart['asked']) => void) => void
  secondTab: (listen: () => void) => void
  send: () => Promise<{ problems: readonly Problem[] } | { sent: string } | { failed: string }>
}>

/** What was written and not yet saved, put on top of what the council has. */
export function withSteps(written: Written, steps: readonly Step[]): Written {
  return steps.reduce<Written>((now, step) => {
    if (step.do === 'save') return { ...now, answers: step.changes.reduce((all, one) => withPlace(all, one.question, one.childId, one.value), now.answers) }
    if (step.do === 'settle') return { ...now, ...settle(now.answers, now.proposals, step.question, step.choice === 'drop' ? 'noLongerTrue' : step.choice) }
    return now
  }, written)
}

const stateOf = { done: 'done', toCheck: 'toCheck', started: 'started', empty: 'notStarted' } as const
const focusSoon = (id: string) => requestAnimationFrame(() => {
  const place = document.getElementById(id)
  if (!place) return
  place.focus({ preventScroll: false })
  if (place instanceof HTMLTextAreaElement) place.setSelectionRange(place.value.length, place.value.length)
})

export function Editor({ start, alive, problems: first = [], sentTo, commandId = '', ClashCard, Panel: FirstPanel }: { start: EditorStart; ClashCard?: ClashView; Panel?: PanelView; alive?: Alive; problems?: readonly Problem[]; sentTo?: string; commandId?: string }) {
  const { form, about, children, itemId, today } = start
  const [written, setWritten] = useState<Written>(() => withSteps({ answers: start.answers, proposals: start.proposals, left: start.left, clashes: start.clashes }, []))
  const now = useRef(written)
  const [news, setNews] = useState<SaveNews>({ kind: 'good', words: start.saved })
  const [problems, setProblems] = useState(first)
  const [sent, setSent] = useState(sentTo)
  const [live, setLive] = useState(false)
  const [here, setHere] = useState<string | undefined>(undefined)
  const [writingFor, setWritingFor] = useState<string | undefined>(undefined)
  const [said, say] = useState('')
  const [asked, setAsked] = useState({ all: start.asked, said: '' })
  const [views, setViews] = useState<{ clash?: ClashView; panel?: PanelView }>({ ...(ClashCard ? { clash: ClashCard } : {}), ...(FirstPanel ? { panel: FirstPanel } : {}) })
  const put = (after: Written) => {
    now.current = after
    setWritten(after)
  }

  useEffect(() => {
    if (!alive) return
    setLive(true)
    alive.news(setNews)
    const fetchView = () => void alive.clashView().then((clash) => setViews((now) => ({ ...now, clash })), () => say('Two people wrote in one place. Both texts are kept: open this page again to choose.'))
    alive.panelView((panel) => setViews((now) => ({ ...now, panel })))
    alive.heard((clashes) => {
      if (clashes.length > 0) fetchView()
      put({ ...now.current, clashes, answers: clashes.reduce((all, clash) => withPlace(all, clash.question, clash.childId, clash.theirs), now.current.answers) })
    })
    alive.fresh((fresh) => {
      if (fresh.clashes.length > 0) fetchView()
      put(fresh)
    })
    alive.asks((all) => setAsked({ all, said: all.length === 0 ? '' : [...new Set(all.map((one) => one.words))].join(' ') }))
    alive.secondTab(() => say('This is open in another tab of yours too. Both save; what differs is shown to you.'))
    if (alive.restored.length > 0) {
      put(withSteps(now.current, alive.restored))
      say('What you wrote here before is back.')
    }
    const root = document.getElementById('editor')
    if (!root) return
    watchCursor(root)
    root.addEventListener('focusin', (event) => {
      const box = event.target
      if (!(box instanceof HTMLTextAreaElement || box instanceof HTMLInputElement)) return
      const child = /^c\.([0-9a-f-]{36})\./.exec(box.name)?.[1]
      if (box.name) setWritingFor(child)
      const section = box.closest('.form-section')?.id
      if (section) setHere(section)
    })
    const seen = new IntersectionObserver((entries) => {
      const top = entries.filter((entry) => entry.isIntersecting)[0]
      if (top && !root.contains(document.activeElement?.closest('.form-section') ?? null)) setHere(top.target.id)
    }, { rootMargin: '-20% 0px -60% 0px' })
    root.querySelectorAll('.form-section').forEach((section) => seen.observe(section))
    // On a narrow screen the panel waits below, folded, until somebody wants it.
    if (matchMedia('(max-width: 64em)').matches) root.querySelector('.beside-fold')?.removeAttribute('open')
  }, [])

  const sectionOf = (question: string) => form.sections.find((section) => section.questions.some((one) => one.id === question))?.id ?? ''
  const save = (question: string, answers: Answers) => {
    const before = now.current.answers[question]
    for (const change of changesBetween(question, before, answers[question])) alive?.saver.change(sectionOf(question), change)
    put({ ...now.current, answers })
    setProblems((all) => all.filter((one) => one.question !== question && !one.question.startsWith(`${question}.`)))
  }
  const acts: Acts = {
    write: (question, childId, value) => {
      if (differs(valueAt(now.current.answers, question, childId), value)) save(question, withPlace(now.current.answers, question, childId, childId !== undefined && value === null ? '' : value))
    },
    split: (question, who) => {
      const answer = who.reduce((all, child) => split(all, child), now.current.answers[question] ?? {})
      save(question, { ...now.current.answers, [question]: answer })
      focusSoon(`${question}.${who[0] ?? ''}`)
    },
    join: (question, childId) => {
      const kind = form.sections.flatMap((section) => section.questions).find((one) => one.id === question)?.kind ?? 'words'
      const outcome = join(kind, now.current.answers[question] ?? {}, childId)
      if ('clash' in outcome) return say('The two answers differ. Change one of them first, then join.')
      save(question, { ...now.current.answers, [question]: outcome.joined })
      focusSoon(question)
    },
    settle: (question, choice) => {
      put({ ...now.current, ...settle(now.current.answers, now.current.proposals, question, choice === 'drop' ? 'noLongerTrue' : choice) })
      alive?.saver.do({ do: 'settle', question, choice })
      focusSoon(question)
    },
    settleClash: (clashId, use) => {
      const clash = now.current.clashes.find((one) => one.id === clashId)
      if (!clash) return
      const both = typeof clash.mine === 'string' && typeof clash.theirs === 'string' ? `${clash.theirs}\n\n${clash.mine}`.trim() : clash.mine
      const value = use === 'mine' ? clash.mine : use === 'both' ? both : clash.theirs
      put({ ...now.current, clashes: now.current.clashes.filter((one) => one.id !== clashId), answers: withPlace(now.current.answers, clash.question, clash.childId, value) })
      alive?.saver.do({ do: 'clash', clashId, use })
      focusSoon(clash.childId ? `${clash.question}.${clash.childId}` : clash.question)
    },
  }

  const { answers, proposals, left, clashes } = written
  const shown = useMemo(() => sectionsShown(form, answers, about), [answers])
  const at = progress(form, answers, proposals, about, left)
  const byField = useMemo(() => new Map(problems.map((one) => [one.question, one.problem])), [problems])
  const rules = useMemo(() => asksByPlace(asked.all, answers, about.children), [asked, answers])
  const press = (run: () => void) => (live ? { type: 'button' as const, onClick: run } : {})
  const send = async () => {
    if (!alive) return
    const outcome = await alive.send()
    if ('problems' in outcome) {
      setProblems(outcome.problems)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.error-summary')?.focus())
    } else if ('sent' in outcome) {
      setSent(outcome.sent)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('.confirmation')?.focus())
    } else setNews({ kind: 'late', words: outcome.failed, again: true })
  }
  const goOn = (section: Section, next: Section | undefined): void => {
    put({ ...now.current, left: [...now.current.left, section.id] })
    alive?.saver.do({ do: 'leave', section: section.id })
    if (!next) return
    setHere(next.id)
    location.hash = next.id
    document.getElementById(next.id)?.focus({ preventScroll: true })
  }
  const sendButton = <Button kind={at.done === at.of ? 'primary' : 'second'} name="do" value="send" {...press(() => void send())}>Send to {start.sendTo.split(' ')[0]}</Button>

  const head = (
    <div class="band editor-band"><div class="wrap"><div class="editor-head">
      <div><a href={start.family.href}>{start.family.words}</a> <a class="second read-link" href={`/assessments/${itemId}/read`}>Read it as it stands</a><h1>{form.title} <TokenRow marks={children.map((child) => child.mark)} size="m" /></h1></div>
      <div><div class="line-ends"><Clock state={start.clock.state} words={start.clock.words} /><span class="second">{start.clock.second}</span></div><TimeBar share={start.clock.share} words={start.clock.place} /></div>
      <div class="editor-send">{sent ? null : <><SaveState words={news.words} kind={news.kind} />{news.again ? <Button kind="quiet" type="button" onClick={() => alive?.saver.now()}>Try again</Button> : null}{sendButton}</>}</div>
    </div></div></div>
  )
  if (sent) {
    return <>{head}<div class="wrap body narrow"><Confirmation title={`Sent to ${sent}.`}>One person decides, and you see here what came of it. Nobody else needs to sign.</Confirmation><p><a href={`/assessments/${itemId}/read`}>Read it as it was sent</a></p><p><a href="/">Go to My work</a></p></div></>
  }
  return (
    <form method="post" action={`/assessments/${itemId}`} onSubmit={(event: Event) => { if (live) event.preventDefault() }}>
      {live ? null : <><button class="unseen" type="submit" name="do" value="save" tabIndex={-1} aria-hidden="true">Save</button><input type="hidden" name="commandId" value={commandId} /><input type="hidden" name="was" value={JSON.stringify(start.answers)} /></>}
      {head}
      <EditorFrame
        sections={<SectionNav head={`${at.done} of ${at.of} finished`} second={at.toCheck === 0 ? 'Nothing left to check' : `${sentence(counted(at.toCheck, 'answer', 'answers'))} to check`}
          groups={form.groups.map((group) => ({
            title: group.title,
            sections: at.sections.filter((section) => section.group === group.id).map((section) => ({
              title: section.title, href: `#${section.id}`, state: stateOf[section.state], here: here === section.id,
              ...(section.toCheck > 0 ? { remark: `${section.toCheck} ${section.toCheck === 1 ? 'answer' : 'answers'} to check` } : section.state === 'started' ? { remark: 'started' } : {}),
            })),
          }))} />}
        beside={<details class="beside-fold" open><summary>Read beside</summary>{views.panel ? <views.panel itemId={itemId} first={start.beside} reading={{ writingFor, children, answers, live, say }} /> : <div dangerouslySetInnerHTML={{ __html: alive?.drawnPanel ?? '' }} />}</details>}>
        <p class="unseen" role="status">{said}</p>
        <p class="unseen" role="status">{asked.said}</p>
        {said ? <Message kind="wait" icon="info">{said}</Message> : null}
        <ErrorSummary problems={problems.map((one) => ({ field: one.question, words: one.problem }))} />
        {start.returned ? <Message kind="soon" title={`${start.returned.by} returned this:`}>{start.returned.comment}</Message> : null}
        {shown.map((section, index) => (
          <section class="form-section" id={section.id} tabIndex={-1} aria-labelledby={`${section.id}-title`} key={section.id}>
            <h2 class="section-title" id={`${section.id}-title`}>{section.title}</h2>
            {section.help ? <p class="lede">{section.help}</p> : null}
            {questionsShown(section, answers, about).map((question) => (
              <Asked key={question.id} section={section} question={question} answers={answers} about={about} children={children} proposal={proposals.find((one) => one.question === question.id)}
                clashes={clashes.filter((clash) => clash.question === question.id)} problems={byField} rules={rules} today={today} previousHref={start.previousHref} live={live} acts={acts} ClashCard={views.clash} />
            ))}
            <div class="editor-foot">
              {live ? <span /> : <Button name="do" value={`save:${section.id}`} about={section.title}>Save</Button>}
              {shown[index + 1] ? <Button kind="row" name="do" value={`next:${section.id}`} {...press(() => goOn(section, shown[index + 1]))}>Next: {shown[index + 1]?.title}</Button> : sendButton}
            </div>
          </section>
        ))}
      </EditorFrame>
    </form>
  )
}
