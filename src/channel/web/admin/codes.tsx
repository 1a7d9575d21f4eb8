import { codeLists } from '../../../../content/codes/all.ts'
import { Card } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Table } from '../../../platform/page/table.tsx'
import { page } from '../../../record/access/page.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'

/** The code lists as they are in force: permanent codes, our words, and what the returns call them. */
export const codesPage = page('/admin/codes', {
  what: 'page.codes',
  may: 'council.configure',
  load: async () => ({}),
  view: (_, frame, ask) => {
    const list = codeLists.find((one) => one.id === ask.query.list) ?? codeLists[0]
    return (
      <Page {...frame} title="Code lists" place="admin">
        <PageHead title="Code lists" lede="Codes are permanent; a finished record keeps the words as they were asked." />
        <AdminTabs here="codes" />
        <Columns
          main={list ? <Card title={list.title}>
            <Table caption={list.title} rows={list.codes} columns={[
              { title: 'What people read', head: true, cell: (code) => code.label },
              { title: 'Code', cell: (code) => code.code },
              { title: 'In the returns', cell: (code) => code.returnCode ?? '' },
            ]} />
          </Card> : null}
          aside={<Card title="Lists"><ul class="lines">{codeLists.map((one) => <li><a class="name" href={`/admin/codes?list=${one.id}`} aria-current={one.id === list?.id ? 'true' : undefined}>{one.title}</a></li>)}</ul></Card>} />
      </Page>
    )
  },
})
