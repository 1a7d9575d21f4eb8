import { dayInWords, plain } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { FieldRow, Fieldset } from '../../../platform/page/fields/frame.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState, Message } from '../../../platform/page/message.tsx'
import { rowsOf } from '../../../platform/page/posted.ts'
import { Table } from '../../../platform/page/table.tsx'
import { setTerms, termSettings } from '../../../record/access/own/termCommands.ts'
import { schoolYearOf, schoolYearOn, termNames, yearInWords } from '../../../record/access/own/terms.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { ChangesCard, inWords, textOf } from './changes.tsx'

const short = (day: string): string => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`

/** The school terms of this council: what is due in each term is counted by them. */
export const termsPage = page('/admin/terms', {
  what: 'page.terms',
  may: 'council.configure',
  load: async (asking) => ({ ...(await termSettings.of(asking, {})), today: asking.today }),
  view: ({ years, changes, today }, frame, ask) => {
    const now = schoolYearOn(today)
    const offered = [now, now + 1, now + 2]
    const asked = Number(textOf(ask.body.year) || ask.query.year)
    const year = offered.find((one) => one === asked) ?? offered.find((one) => !years.some((written) => written.year === one)) ?? now
    const written = years.find((one) => one.year === year)
    const typed = rowsOf(ask.body.terms)
    const problem = (field: string) => { const found = ask.problems.find((p) => p.question === field); return found ? { problem: found.problem } : {} }
    const value = (term: number, end: 'from' | 'to'): string => typed[term] ? textOf(typed[term][end]) : written?.terms[term] ? short(written.terms[term][end]) : ''
    const missing = !years.some((one) => one.year === now)
    return (
      <Page {...frame} title="School terms" place="admin" problemCount={ask.problems.length}>
        <PageHead title="School terms" lede="The personal education plan of a child in our care is reviewed in each school term. By these days it is known when: it is due by the last day of the term." />
        <AdminTabs here="terms" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question === 'year' ? 'terms.0.from' : p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Written.">By tomorrow morning the reviews of the term that runs stand in the trays of those who work with the children.</Confirmation> : null}
        {missing ? <Message kind="soon" title={`The terms of ${yearInWords(now)} are not written.`}>Until they are, nobody is asked to review a personal education plan in each term. Everything else of the plan is asked as before.</Message> : null}
        <Columns
          main={<>
            <Card id="year" title={`School year ${yearInWords(year)}`} lede="As this council’s schools have them. Half terms do not matter here. A child at school elsewhere is counted by these days too.">
              <form method="post" action="/admin/terms">
                <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="year" value={year} />
                {termNames.map((name, i) => (
                  <Fieldset field={{ id: `term-${i}`, label: name }}>
                    <FieldRow><DateField name={`terms.${i}.from`} label="First day" value={value(i, 'from')} {...problem(`terms.${i}.from`)} {...(i === 0 ? problem('year') : {})} /><DateField name={`terms.${i}.to`} label="Last day" value={value(i, 'to')} {...problem(`terms.${i}.to`)} /></FieldRow>
                  </Fieldset>
                ))}
                <Line name="why" label="Why" hint="Where the days come from, for whoever reads them later." value={textOf(ask.body.why)} {...problem('why')} />
                <Actions><Button kind="primary">Write these terms</Button></Actions>
              </form>
            </Card>
            <Card title="Terms that are written" id="written">
              <Table caption="Terms that are written" stack rows={years.flatMap((one) => one.terms.map((term, i) => ({ one, term, name: termNames[i] ?? '' })))} empty={<EmptyState title="None yet">The terms of a school year appear here once they are written.</EmptyState>} columns={[
                { title: 'Term', head: true, cell: ({ one, name }) => <>{name}<span class="second">{yearInWords(one.year)}</span></> },
                { title: 'First day', cell: ({ term }) => dayInWords(term.from) },
                { title: 'Last day', cell: ({ term }) => dayInWords(term.to) },
                { title: 'Asked', cell: ({ one, term }) => (term.to < one.from ? `No: it was over on ${dayInWords(plain(one.from))}, when it was written` : 'Yes') },
              ]} />
            </Card>
          </>}
          aside={<>
            <Card title="School years"><ul class="lines">{offered.map((one) => <li><a class="name" href={`/admin/terms?year=${one}`} aria-current={one === year ? 'true' : undefined}>{yearInWords(one)}</a><span class="second">{years.some((other) => other.year === one) ? 'written' : 'not written'}</span></li>)}</ul></Card>
            <ChangesCard changes={changes} says={(one) => `School year ${yearInWords(schoolYearOf(one)?.year ?? now)}`} />
          </>} />
      </Page>
    )
  },
})

export const saveTerms = form('/admin/terms', async (caller, ask, around) => {
  const day = (value: unknown): string => typedDay(textOf(value), caller.clock.today()) ?? textOf(value)
  const outcome = await setTerms.perform(caller, { year: Number(textOf(ask.body.year)), terms: rowsOf(ask.body.terms).map((row) => ({ from: day(row.from), to: day(row.to) })), why: textOf(ask.body.why) }, ask.commandId)
  if ('problems' in outcome) return again(termsPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: '/admin/terms?saved=1' }
})
