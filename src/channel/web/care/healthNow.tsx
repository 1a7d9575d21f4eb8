import { addMonths, ageOn, dayInWords, isPlainDate, type PlainDate } from '../../../kernel/dates.ts'
import { Card } from '../../../platform/page/card.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import type { CareFact } from '../../../record/care/model.ts'
import type { WorkItem } from '../../../record/work/model.ts'
import { answersInWords } from './words.ts'

/** One row: the kind of fact, the work by which it is due again, and for whom it is asked. */
type Asked = Readonly<{ fact: string; title: string; work?: string; ages?: readonly [number, number]; yearly?: true; words: (last: CareFact, before: CareFact | undefined) => string }>
const isYes = (fact: CareFact, id: string): boolean => fact.answers[id] === 'yes'
const by = (fact: CareFact): string => fact.answers['by'] ?? ''
const asked: readonly Asked[] = [
  { fact: 'health', title: 'Health assessment', work: 'careHealth', words: by },
  { fact: 'dental', title: 'Teeth checked', yearly: true, words: by },
  { fact: 'immunisations', title: 'Immunisations', yearly: true, words: (one) => (isYes(one, 'upToDate') ? 'Up to date' : 'Not up to date') },
  { fact: 'healthSurveillance', title: 'Development checks', ages: [0, 5], yearly: true, words: (one) => (isYes(one, 'upToDate') ? 'Up to date' : 'Not up to date') },
  { fact: 'strengths', title: 'Strengths and difficulties', work: 'careStrengths', ages: [4, 16], words: (one, before) => (one.answers['score'] ? `${one.answers['score']} of 40${before?.answers['score'] ? `, before ${before.answers['score']}` : ''}` : answersInWords(one)[0]?.value ?? '') },
  { fact: 'substanceMisuse', title: 'Drugs, alcohol, solvents', yearly: true, words: (one) => (!isYes(one, 'problem') ? 'No problem' : isYes(one, 'received') ? 'A problem, gets help' : isYes(one, 'offered') ? 'A problem, help was offered' : 'A problem, no help yet') },
  { fact: 'conviction', title: 'Convicted or cautioned', ages: [10, 17], words: (one) => one.answers['what'] ?? '' },
  { fact: 'educationPlan', title: 'Personal education plan', work: 'careEducation', ages: [3, 17], words: (one) => [one.answers['school'], one.answers['reviewOn'] && isPlainDate(one.answers['reviewOn']) ? `again on ${dayInWords(one.answers['reviewOn'])}` : ''].filter(Boolean).join(', ') },
]

/** Health and learning of a child in our care at a glance: what is known newest of each, how old it is, what is due, and where it is written down. */
export function HealthNow({ id, facts, work, bornOn, today, keeps }: { id: string; facts: readonly CareFact[]; work: readonly WorkItem[]; bornOn: PlainDate | null; today: PlainDate; keeps: boolean }) {
  const age = bornOn ? ageOn(bornOn, today) : undefined
  const rows = asked.flatMap((one) => {
    const all = facts.filter((fact) => fact.kind === one.fact)
    return all.length === 0 && one.ages && age !== undefined && (age < one.ages[0] || age > one.ages[1]) ? [] : [{ ...one, last: all[0], before: all[1], due: work.find((item) => item.kind === one.work)?.dueOn }]
  })
  type Row = (typeof rows)[number]
  const old = (row: Row): boolean => row.yearly === true && row.last !== undefined && row.last.on < addMonths(today, -12)
  return (
    <Card id="health" title="Health and learning">
      <Table caption="Health and learning, the newest of each" stack rows={rows} columns={[
        { title: 'What', head: true, cell: (row) => row.title },
        { title: 'Last', cell: (row) => (row.last ? <>{dayInWords(row.last.on)} {old(row) ? <Tag kind="soon">Over a year ago</Tag> : null}</> : row.fact === 'conviction' ? 'None recorded' : <Tag kind="plain">Nothing yet</Tag>) },
        { title: 'What was found', cell: (row) => (row.last ? row.words(row.last, row.before) : '') },
        { title: 'Due', cell: (row) => (row.due ? <>{dayInWords(row.due)} {row.due < today ? <Tag kind="late">Late</Tag> : null}</> : '') },
        ...(keeps ? [{ title: 'Write', titleUnseen: true, cell: (row: Row) => <a href={`/people/${id}/care/${row.fact === 'educationPlan' ? 'plan' : 'record'}?kind=${row.fact}`}>Record<span class="unseen"> {row.title.toLowerCase()}</span></a> }] : []),
      ]} />
    </Card>
  )
}
