import { dayInWords, dayOf, moment } from '../../../kernel/dates.ts'
import { newId } from '../../../kernel/ids.ts'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Choice } from '../../../platform/page/fields/choice.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, EmptyState } from '../../../platform/page/message.tsx'
import { startingThemes } from '../../../platform/page/theme.ts'
import { again, form, page } from '../../../record/access/page.ts'
import { changeCouncil, council } from '../../../record/access/settings.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const titles: Readonly<Record<string, string>> = { 'council.name': 'Name', 'council.productName': 'What you call this system', 'council.theme': 'Colour', 'council.authority': 'Number at the department', 'council.area': 'Postcode districts of the area' }
const themeNames: Readonly<Record<string, string>> = Object.fromEntries(startingThemes.map(({ theme, name }) => [theme, name]))

/** The council's name and colours. */
export const councilPage = page('/admin', {
  what: 'page.admin',
  may: 'council.configure',
  load: (asking) => council.of(asking, {}),
  view: ({ settings, changes: all }, frame, ask) => {
    const changes = all.filter(({ key }) => key in titles)
    const typed = Object.keys(ask.body).length > 0
    const theme = typed ? textOf(ask.body.own) || textOf(ask.body.theme) : settings.theme
    const listed = startingThemes.some((t) => t.theme === theme)
    return (
      <Page {...frame} title="Your council" problemCount={ask.problems.length} place="admin">
        <PageHead title="Your council" lede="What is set here holds for everybody, at once. Every change is kept with who made it." />
        <AdminTabs here="council" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Changed.">Every page shows it from now on.</Confirmation> : null}
        <Columns
          main={<form method="post" action="/admin">
            <input type="hidden" name="commandId" value={newId()} />
            <Card title="Name and colour">
              <Line name="name" label="The council’s name" value={typed ? textOf(ask.body.name) : settings.name} />
              <Line name="productName" label="What you call this system" value={typed ? textOf(ask.body.productName) : settings.productName} width={24} />
              <Line name="authority" label="The council’s number at the Department for Education" hint="Three digits. They stand in the header of the children in need census." width={12} optional="(optional)" value={typed ? textOf(ask.body.authority) : settings.authority} {...(ask.problems.some((p) => p.question === 'authority') ? { problem: ask.problems.find((p) => p.question === 'authority')?.problem ?? '' } : {})} />
              <Line name="area" label="The postcode districts of your area" hint="With blanks between, as in ZV1 ZV2. By them Annex A tells which placements are in the area." optional="(optional)" value={typed ? textOf(ask.body.area) : settings.area} {...(ask.problems.some((p) => p.question === 'area') ? { problem: ask.problems.find((p) => p.question === 'area')?.problem ?? '' } : {})} />
              <Choice name="theme" label="Colour" value={listed ? theme : 'own'} options={[...startingThemes.map((t) => ({ value: t.theme, label: t.name })), { value: 'own', label: 'Another colour', hint: 'As #1b3f73. It is refused when white words on it cannot be read well.' }]} />
              <Line name="own" label="Another colour" width={12} value={listed ? '' : theme} {...(ask.problems.some((p) => p.question === 'theme') ? { problem: ask.problems.find((p) => p.question === 'theme')?.problem ?? '' } : {})} />
              <Actions><Button kind="primary">Change it</Button></Actions>
            </Card>
          </form>}
          aside={<Card title="Last changes">
            {changes.length === 0 ? <EmptyState title="None yet">Who changed what, and when, appears here.</EmptyState>
              : <ul class="lines">{changes.slice(0, 10).map((change) => <li><p><strong>{titles[change.key]}</strong><span class="second">{typeof change.value === 'string' ? `${themeNames[change.value] ?? change.value}. ` : ''}{change.by ?? 'At the start'}, {dayInWords(dayOf(moment(change.at)))}</span></p></li>)}</ul>}
          </Card>} />
      </Page>
    )
  },
})

export const saveCouncil = form('/admin', async (caller, ask, around) => {
  const chosen = textOf(ask.body.theme)
  const outcome = await changeCouncil.perform(caller, { name: textOf(ask.body.name), ...(textOf(ask.body.productName).trim() ? { productName: textOf(ask.body.productName) } : {}), ...(textOf(ask.body.authority).trim() ? { authority: textOf(ask.body.authority).trim() } : {}), area: textOf(ask.body.area).trim().toUpperCase(), theme: chosen === 'own' || chosen === '' ? textOf(ask.body.own).trim() : chosen }, ask.commandId)
  if ('problems' in outcome) return again(councilPage, outcome.problems.map((p) => (p.question === 'theme' && p.problem.startsWith('Check') ? { ...p, problem: 'Write the colour as # and six signs, as in #1b3f73.' } : p)))(caller, ask, around)
  return { go: '/admin?saved=1' }
})
