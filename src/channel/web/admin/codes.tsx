import { codeLists } from '../../../../content/codes/all.ts'
import type { CodeList } from '../../../../content/codes/codeList.ts'
import { dayInWords, type PlainDate } from '../../../kernel/dates.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { typedDay } from '../../../kernel/typedDates.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Select } from '../../../platform/page/fields/choice.tsx'
import { DateField, Line } from '../../../platform/page/fields/text.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Confirmation, Message } from '../../../platform/page/message.tsx'
import { Breadcrumb } from '../../../platform/page/navigation.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { addCode, changeCode, ownSettings } from '../../../record/access/own/commands.ts'
import { everyValue } from '../../../record/access/own/now.ts'
import { ownCodeOf, type OwnChoice } from '../../../record/access/own/rules.ts'
import { again, form, page, type Ask } from '../../../record/access/page.ts'
import { ChangesCard, inWords, textOf } from './changes.tsx'

const problemOf = (ask: Ask, field: string) => { const found = ask.problems.find((p) => p.question === field); return found ? { problem: found.problem } : {} }
const listOf = (ask: Ask): CodeList | undefined => codeLists.find((one) => one.id === (ask.params.list ?? ask.query.list)) ?? codeLists[0]

/** What may be changed of a list, said before anybody tries. */
const mayChange = (list: CodeList): string => list.offered === 'open' ? 'You can change the words and the order, stop offering a value from a day on, and add values of your own.'
  : list.offered === 'hideable' ? 'You can change the words and the order, and stop offering a value from a day on. A national return needs the codes, so they stay.'
  : 'You can change the words. Steps of the work, a return or the versions of a form hang on the values, so they stay.'

const offered = (one: OwnChoice, today: PlainDate): string => (one.own.retiredFrom === undefined ? 'Yes' : one.own.retiredFrom <= today ? `Not since ${dayInWords(one.own.retiredFrom)}` : `Until ${dayInWords(one.own.retiredFrom)}`)

/** The code lists as this council has them: permanent codes, its own words, and what the returns call them. */
export const codesPage = page('/admin/codes', {
  what: 'page.codes',
  may: 'council.configure',
  load: async (asking) => ({ ...(await ownSettings.of(asking, {})), today: asking.today }),
  view: ({ changes, today }, frame, ask) => {
    const list = listOf(ask)
    if (!list) throw notFound()
    return (
      <Page {...frame} title="Code lists" place="admin" problemCount={ask.problems.length}>
        <PageHead title="Code lists" lede="Codes are permanent. What was recorded keeps the words it was recorded with." />
        <AdminTabs here="codes" />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        {ask.query.saved ? <Confirmation title="Changed.">Every server shows it within seconds. Records keep the words they were written with.</Confirmation> : null}
        <Columns
          main={<>
            <Card id="values" title={list.title} lede={mayChange(list)} aside={<a href="#lists">Another list</a>}>
              <Table caption={list.title} stack rows={everyValue(list)} columns={[
                { title: 'What people read', head: true, cell: (one) => <>{one.label} {one.own.added ? <Tag kind="theme">Ours</Tag> : null}{one.national !== undefined && one.national !== one.label ? <span class="second">nationally “{one.national}”</span> : null}</> },
                { title: 'In the returns', cell: (one) => one.returnCode ?? '' },
                { title: 'Offered', cell: (one) => offered(one, today) },
                { title: 'Change', titleUnseen: true, cell: (one) => <a href={`/admin/codes/${list.id}/${one.code}`}>Change<span class="unseen"> {one.label}</span></a> },
              ]} />
            </Card>
            {list.offered === 'open' ? (
              <Card id="add" title="Add a value">
                <form method="post" action={`/admin/codes?list=${list.id}`}>
                  <input type="hidden" name="commandId" value={newId()} /><input type="hidden" name="list" value={list.id} />
                  <Line name="label" label="What people read" maxLength={200} value={textOf(ask.body.label)} {...problemOf(ask, 'label')} />
                  {list.return ? <Select name="returnCode" label="It counts in the return as" empty="Choose one" value={textOf(ask.body.returnCode)} options={list.codes.flatMap((one) => (one.returnCode ? [{ value: one.returnCode, label: `${one.returnCode}, ${one.label}` }] : []))} {...problemOf(ask, 'returnCode')} /> : null}
                  <Line name="why" label="Why" value={textOf(ask.body.why)} {...problemOf(ask, 'why')} />
                  <Actions><Button kind="primary">Add it</Button></Actions>
                </form>
              </Card>
            ) : null}
          </>}
          aside={<>
            <Card id="lists" title="Lists"><ul class="lines">{codeLists.map((one) => <li><a class="name" href={`/admin/codes?list=${one.id}`} aria-current={one.id === list.id ? 'true' : undefined}>{one.title}</a></li>)}</ul></Card>
            <ChangesCard changes={changes.filter((one) => one.key.startsWith(`own.code.${list.id}.`))} says={(one) => ownCodeOf(one.value).label ?? everyValue(list).find((value) => one.key.endsWith(`.${value.code}`))?.label ?? 'A value'} />
          </>} />
      </Page>
    )
  },
})

export const addToList = form('/admin/codes', async (caller, ask, around) => {
  const b = ask.body
  const outcome = await addCode.perform(caller, { list: textOf(b.list), label: textOf(b.label), ...(textOf(b.returnCode) ? { returnCode: textOf(b.returnCode) } : {}), why: textOf(b.why) }, ask.commandId)
  if ('problems' in outcome) return again(codesPage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/admin/codes?list=${outcome.done.list}&saved=1` }
})

/** One value of a list. */
export const codePage = page('/admin/codes/:list/:code', {
  what: 'page.code',
  may: 'council.configure',
  load: async (asking, ask) => {
    const { changes } = await ownSettings.of(asking, {})
    const list = codeLists.find((one) => one.id === ask.params.list)
    const one = list && everyValue(list).find((value) => value.code === ask.params.code)
    if (!list || !one) throw notFound('There is no such value.')
    return { list, one, place: everyValue(list).findIndex((value) => value.code === one.code) + 1, changes: changes.filter((change) => change.key === `own.code.${list.id}.${one.code}`), today: asking.today }
  },
  view: ({ list, one, place, changes }, frame, ask) => {
    const typed = Object.keys(ask.body).length > 0
    const value = (field: string, now: string) => ({ value: typed ? textOf(ask.body[field]) : now, ...problemOf(ask, field) })
    return (
      <Page {...frame} title={`${list.title}: ${one.label}`} place="admin" problemCount={ask.problems.length}>
        <PageHead title={one.label} before={<Breadcrumb steps={[{ label: 'Code lists', href: '/admin/codes' }, { label: list.title, href: `/admin/codes?list=${list.id}` }, { label: one.label }]} />}
          lede={one.national === undefined ? 'A value of this council.' : `Nationally “${one.national}”${one.returnCode ? `, ${one.returnCode} in the return` : ''}.`} />
        <ErrorSummary problems={ask.problems.map((p) => ({ field: p.question, words: p.problem }))} />
        <Columns
          main={<form method="post" action={`/admin/codes/${list.id}/${one.code}`}>
            <input type="hidden" name="commandId" value={newId()} />
            <Card title="How this council has it">
              <Line name="label" label="What people read" maxLength={200} {...value('label', one.label)} />
              <Line name="place" label="Place in the list" width={8} inputMode="numeric" {...value('place', String(place))} />
              {list.offered ? <DateField name="retiredFrom" label="Not offered from" optional="empty while it is offered" hint="Records that have it keep it, with its words. As 3/10/2026" {...value('retiredFrom', one.own.retiredFrom ?? '')} />
                : <Message kind="theme" title="This value stays.">{mayChange(list)}</Message>}
              <Line name="why" label="Why" {...value('why', '')} />
              <Actions><Button kind="primary">Change it</Button><a href={`/admin/codes?list=${list.id}`}>Back to the list</a></Actions>
            </Card>
          </form>}
          aside={<ChangesCard changes={changes} says={(change) => { const was = ownCodeOf(change.value); return [was.label ?? one.national ?? one.label, was.retiredFrom ? `not offered from ${dayInWords(was.retiredFrom)}` : undefined].filter(Boolean).join(', ') }} />} />
      </Page>
    )
  },
})

export const saveCode = form('/admin/codes/:list/:code', async (caller, ask, around) => {
  const b = ask.body
  const [list = '', code = ''] = [ask.params.list, ask.params.code]
  const known = codeLists.find((one) => one.id === list)
  const placeNow = known ? everyValue(known).findIndex((one) => one.code === code) + 1 : 0
  const before = known && everyValue(known).find((one) => one.code === code)
  const retired = textOf(b.retiredFrom)
  // A place that was not changed is not kept as one of its own.
  const place = textOf(b.place) === '' ? undefined : textOf(b.place) === String(placeNow) ? before?.own.place : Number(textOf(b.place))
  const outcome = await changeCode.perform(caller, { list, code, label: textOf(b.label), ...(place === undefined ? {} : { place }), ...(retired ? { retiredFrom: typedDay(retired, caller.clock.today()) ?? retired } : {}), why: textOf(b.why) }, ask.commandId)
  if ('problems' in outcome) return again(codePage, outcome.problems.map(inWords))(caller, ask, around)
  return { go: `/admin/codes?list=${list}&saved=1` }
})
