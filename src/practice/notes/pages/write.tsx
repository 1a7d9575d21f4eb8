import type { ComponentChildren } from 'preact'
import { overdueReasons } from '../../../../content/codes/work.ts'
import { dayInWords, shortDay } from '../../../kernel/dates.ts'
import type { Problem } from '../../../kernel/errors.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice, Choices, Select, Tick } from '../../../platform/page/fields/choice.tsx'
import { FieldRow } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line, Words } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { EmptyState } from '../../../platform/page/message.tsx'
import { Token } from '../../../platform/page/token.tsx'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { ageInWords, byBirth, childrenOf, markOf } from '../../../record/people/marks.ts'
import type { Card as PersonCard } from '../../../record/people/model.ts'
import { cardsOf, family, rowsAbout } from '../../../record/people/queries.ts'
import { listNow } from '../../../record/access/own/now.ts'
import { itemsNamed, openWorkAbout, tray } from '../../../record/work/queries.ts'
import { writeNote } from '../commands.ts'
import { kindInWords, noteKinds, type NoteKind } from '../model.ts'
import { isVisit } from '../rules.ts'

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap(listOf) : typeof value === 'string' ? value.split(',').filter(isId) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const treeOf = (value: unknown): Record<string, unknown> => (typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {})
const rowsOf = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? value.map(treeOf) : [])

const problemAt = (problems: readonly Problem[], field: string): { problem: string } | Record<string, never> => {
  const found = problems.find((p) => p.question === field)
  return found ? { problem: found.problem } : {}
}

const WithToken = ({ card, words }: { card: PersonCard; words: ComponentChildren }) => <span class="with-token"><Token mark={markOf(card)} beside />{words}</span>

/** Who may be ticked: the family of the first person, or the people of my own open work. `seeable`: whom a visit sees, the children and whoever else is to be visited, as a care leaver is. */
async function candidatesFor(asking: Parameters<typeof cardsOf>[0], chosen: readonly string[]): Promise<Readonly<{ people: PersonCard[]; children: PersonCard[]; seeable: PersonCard[] }>> {
  const [first] = chosen
  const read = first ? await family.of(asking, { id: first }) : undefined
  const mine = read ? [] : (await tray.of(asking, {})).filter((item) => item.workerId === asking.actor.id).flatMap((item) => item.people.map((p) => p.id))
  const people = read ? [...read.cards].sort(byBirth) : [...(await cardsOf(asking, [...new Set(mine)])).values()].sort((a, b) => a.family.localeCompare(b.family) || byBirth(a, b)).slice(0, 60)
  const ids = people.map((one) => one.id)
  const children = childrenOf({ cards: people, relationships: read?.relationships ?? (await rowsAbout(asking, ids, asking.today)).relationships }, asking.today)
  const visited = new Set((await openWorkAbout(asking, ids)).flatMap((item) => (isVisit(item.kind) ? item.people.map((one) => one.id) : [])))
  return { people, children, seeable: people.filter((one) => visited.has(one.id) || children.includes(one)).sort(byBirth) }
}

const showKinds: readonly NoteKind[] = ['visit', 'phoneCall', 'meeting', 'email', 'directWork', 'managementOversight', 'note']

/** One note for several people, with what is about one of them only apart. */
export const writeNotePage = page('/notes/new', {
  what: 'page.writeNote',
  may: 'record.write',
  load: async (asking, ask) => {
    const chosen = [...new Set([...listOf(ask.query.people), ...listOf(ask.body.people)])]
    const itemId = ask.query.item ?? textOf(ask.body.itemId)
    const [item] = isId(itemId) ? await itemsNamed(asking, [itemId]) : []
    return { saidWhy: item?.late?.why ?? '', late: item && isVisit(item.kind) && item.dueOn !== null && item.dueOn < asking.today ? item.dueOn : undefined, ...await candidatesFor(asking, listOf(ask.query.people).concat(listOf(ask.body.around))), chosen, today: asking.today }
  },
  view: ({ people, children, seeable, chosen, today, late, saidWhy }, frame, ask) => {
    const kind = noteKinds.find((k) => k === (textOf(ask.body.kind) || ask.query.kind)) ?? 'note'
    const seen = treeOf(ask.body.seen)
    const passages = rowsOf(ask.body.passages)
    const problems = ask.problems
    return (
      <Page {...frame} title="Write a note" frame="page" problemCount={problems.length}>
        <PageHead title={kind === 'visit' ? 'Write up a visit' : 'Write a note'} lede="Once for everybody it is about. What is about one child only goes in a passage of its own." />
        <ErrorSummary problems={problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {people.length === 0
          ? <EmptyState title="Whom is the note about?">Find the person first: type a name, a date of birth or an address in the search box above, and write from their page.</EmptyState>
          : (
            <form method="post" action="/notes/new" data-keep="note">
              <input type="hidden" name="commandId" value={newId()} />
              <input type="hidden" name="id" value={textOf(ask.body.id) || newId()} />
              <input type="hidden" name="around" value={listOf(ask.query.people).concat(listOf(ask.body.around))[0] ?? ''} />
              <input type="hidden" name="itemId" value={ask.query.item ?? textOf(ask.body.itemId)} />
              <Columns
                main={<>
                  <Card title="What happened">
                    <Choice name="kind" label="What kind of note" across value={kind} options={showKinds.map((k) => ({ value: k, label: kindInWords(k) }))} />
                    <FieldRow>
                      <DateField name="happenedOn" label="When" value={textOf(ask.body.happenedOn) || shortDay(today).slice(4)} {...problemAt(problems, 'happenedOn')} />
                      <Line name="at" label="At" optional="if it matters" width={8} value={textOf(ask.body.at)} {...problemAt(problems, 'at')} />
                      <Line name="place" label="Where" width={24} value={textOf(ask.body.place)} />
                    </FieldRow>
                    {late ? <Select name="lateWhy" label={`Why later than ${dayInWords(late)}`} optional="if it was" empty="Choose, where it was late" value={ask.body.lateWhy === undefined ? saidWhy : textOf(ask.body.lateWhy)} options={listNow(overdueReasons, today).codes.map((one) => ({ value: one.code, label: one.label }))} /> : null}
                    <Words name="words" label="About everybody on the note" rows={8} value={textOf(ask.body.words)} hint="What you saw and heard, and who said it." {...problemAt(problems, 'words')} />
                  </Card>
                  <Card title="About one of them only" lede="A passage stands in the records of those you tick here, and in no other.">
                    {[0, 1, 2].map((i) => {
                      const ticked = listOf(passages[i]?.about)
                      const open = ticked.length > 0 || textOf(passages[i]?.words) !== ''
                      return (
                        <details class="fold one-more" open={open}>
                          <summary><span class="fold-link">{i === 0 ? 'Add a passage' : 'Add another passage'}</span></summary>
                          <Choices name={`passages.${i}.about`} label="This passage is about" columns values={ticked} options={people.map((p) => ({ value: p.id, label: <WithToken card={p} words={p.given || p.name} /> }))} {...problemAt(problems, `passages.${i}.about`)} />
                          <Words name={`passages.${i}.words`} label="Passage" look="hidden" rows={3} value={textOf(passages[i]?.words)} {...problemAt(problems, `passages.${i}`)} />
                        </details>
                      )
                    })}
                  </Card>
                  {children.length > 0 ? (
                    <Card title="In their own words" lede="Kept as the child’s own voice, with its day, wherever the record is read.">
                      {children.map((child, i) => {
                        const said = textOf(rowsOf(ask.body.said).find((row) => row.personId === child.id)?.words)
                        return (
                          <details class="fold" open={said !== ''} data-shown-with={child.id}>
                            <summary><WithToken card={child} words={<span class="fold-link">What {child.given || child.name} said, showed or drew</span>} /></summary>
                            <input type="hidden" name={`said.${i}.personId`} value={child.id} />
                            <Words name={`said.${i}.words`} label={`${child.given || child.name}’s own words`} look="hidden" rows={2} theirs value={said} />
                          </details>
                        )
                      })}
                    </Card>
                  ) : null}
                </>}
                aside={<>
                  <Card title="Who it is about">
                    <Choices name="people" label="People" look="hidden" values={chosen} {...problemAt(problems, 'people')}
                      options={people.map((p) => ({ value: p.id, label: <WithToken card={p} words={<>{p.name}<span class="second-inline">{ageInWords(p, today)}</span></>} /> }))} />
                  </Card>
                  {seeable.length > 0 ? (
                    <div class="for-visits"><Card title="Whom you saw">
                      {seeable.map((child) => (
                        <fieldset class="field">
                          <legend class="field-label look-label"><WithToken card={child} words={child.given || child.name} /></legend>
                          <div class="ticks across">
                            {(['seen', 'alone', 'bedroom'] as const).map((what) => (
                              <Tick name={`seen.${child.id}.${what}`} label={what === 'seen' ? 'Seen' : what === 'alone' ? 'Seen alone' : 'Bedroom seen'} checked={treeOf(seen[child.id])[what] === 'yes'} />
                            ))}
                          </div>
                        </fieldset>
                      ))}
                    </Card></div>
                  ) : null}
                  <Card title="How much it matters"><Tick name="significant" label="Significant: show it with the diamond in the chronology" checked={ask.body.significant === 'yes'} /></Card>
                </>} />
              <Actions remark="Signed with your name when you save. A signed note is not changed: a correction is added."><Button kind="primary">Save the note</Button></Actions>
            </form>
          )}
      </Page>
    )
  },
})

const yes = (value: unknown): boolean => value === 'yes' || value === true

function noteIn(ask: Ask, today: Parameters<typeof typedDay>[1]): Record<string, unknown> {
  const b = ask.body
  const day = typedDay(textOf(b.happenedOn), today)
  const seen = Object.entries(treeOf(b.seen)).map(([personId, ticks]) => ({ personId, seen: yes(treeOf(ticks).seen) || yes(treeOf(ticks).alone), alone: yes(treeOf(ticks).alone), bedroom: yes(treeOf(ticks).bedroom) }))
  const passages = rowsOf(b.passages).map((row) => ({ about: listOf(row.about), words: textOf(row.words) })).filter((row) => row.words.trim() && row.about.length > 0)
  const said = rowsOf(b.said).map((row) => ({ personId: textOf(row.personId), words: textOf(row.words) })).filter((row) => row.words.trim())
  const people = [...new Set([...listOf(b.people), ...seen.map((s) => s.personId), ...passages.flatMap((p) => p.about), ...said.map((s) => s.personId)])]
  return {
    id: textOf(b.id) || newId(), kind: textOf(b.kind) || 'note', people, words: textOf(b.words), happenedOn: day ?? textOf(b.happenedOn),
    ...(textOf(b.at).trim() ? { at: textOf(b.at).trim().replace(/^(\d):/, '0$1:').replace('.', ':') } : {}),
    ...(textOf(b.place).trim() ? { place: textOf(b.place).trim() } : {}),
    ...(passages.length > 0 ? { passages } : {}), ...(seen.length > 0 ? { seen } : {}), ...(said.length > 0 ? { said } : {}),
    ...(textOf(b.lateWhy) ? { lateWhy: textOf(b.lateWhy) } : {}),
    ...(yes(b.significant) ? { significant: true } : {}), ...(isId(textOf(b.itemId)) ? { itemId: textOf(b.itemId) } : {}),
    ...(isId(textOf(b.corrects)) ? { corrects: textOf(b.corrects), correctionReason: textOf(b.correctionReason) } : {}),
  }
}

/** Words in a passage that nobody is ticked for would be lost: they are asked about instead. */
const passagesWithoutPeople = (ask: Ask): Problem[] => rowsOf(ask.body.passages).flatMap((row, i) =>
  textOf(row.words).trim() && listOf(row.about).length === 0 ? [{ question: `passages.${i}.about`, problem: 'Tick whom this passage is about.' }] : [])

const inPlainWords = (problem: Problem): Problem =>
  problem.question === 'people' ? { ...problem, problem: 'Tick whom the note is about.' }
    : problem.question === 'words' ? { ...problem, problem: 'Write what happened.' }
      : problem.question === 'happenedOn' && problem.problem.startsWith('Check this answer') ? { ...problem, problem: 'Write the day it happened as day, month and year, as in 3/10/2025.' }
        : problem.question === 'at' ? { ...problem, problem: 'Write the time as 14:30, or leave it empty.' } : problem

export const saveNote = form('/notes/new', async (caller, ask, around) => {
  const apart = passagesWithoutPeople(ask)
  const outcome = apart.length > 0 ? { problems: apart } : await writeNote.perform(caller, noteIn(ask, caller.clock.today()), ask.commandId)
  if ('problems' in outcome) return again(writeNotePage, outcome.problems.map(inPlainWords))(caller, ask, around)
  return { go: `/notes/${outcome.done.id}?saved=1` }
})

