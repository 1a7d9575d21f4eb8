import { childAndFamilyAssessment } from '../../../../content/forms/childAndFamilyAssessment.ts'
import type { FormDefinition, Question } from '../../../engine/forms/model.ts'
import { notFound } from '../../../kernel/errors.ts'
import { AdminTabs } from '../../../platform/page/admin-tabs.tsx'
import { Card } from '../../../platform/page/card.tsx'
import { Columns, Page, PageHead } from '../../../platform/page/layout.tsx'
import { Tag } from '../../../platform/page/tag.tsx'
import { page } from '../../../record/access/page.ts'

const forms: readonly FormDefinition[] = [childAndFamilyAssessment]
const kinds: Readonly<Record<Question['kind'], string>> = { words: 'In words', line: 'One line', choice: 'One of several', choices: 'Any of several', date: 'A day', yesNo: 'Yes or no', person: 'A person', people: 'People', number: 'A number', scale: 'Numbers from 0 to 10' }

/** The published version of each form, word for word. Forms are changed as files that are checked before they are published, not here. */
export const formsPage = page('/admin/forms', {
  what: 'page.forms',
  may: 'council.configure',
  load: async () => ({}),
  view: (_, frame, ask) => {
    const shown = forms.find((one) => one.id === ask.query.form) ?? forms[0]
    if (!shown) throw notFound()
    return (
      <Page {...frame} title="Forms" place="admin">
        <PageHead title={`${shown.title}, version ${shown.version}`} lede="Word for word as it is asked. A finished form keeps the words that were asked in it. Forms are changed as files, checked before they are published." />
        <AdminTabs here="forms" />
        <Columns
          main={<>{shown.groups.map((group) => shown.sections.filter((section) => section.group === group.id).map((section) => (
            <Card id={section.id} title={section.title} aside={group.title} lede={[section.help, section.about === 'eachChild' ? 'Once for all the children, split where one differs.' : 'About the family as one.'].filter(Boolean).join(' ')}>
              <ul class="lines">{section.questions.map((question) => (
                <li>
                  <p><strong>{question.ask}</strong> {question.required ? <Tag>Must be answered</Tag> : null}{question.bringForward ? <> <Tag kind="outline">Brought forward</Tag></> : null}</p>
                  <p class="second">{[kinds[question.kind], question.hint, question.required ? `Because: ${question.required.why}` : undefined, question.when ? 'Asked only where it applies' : undefined].filter(Boolean).join('. ')}</p>
                  {question.options ? <p class="second">{question.options.map((one) => one.label).join('; ')}</p> : null}
                </li>
              ))}</ul>
            </Card>
          )))}</>}
          aside={<Card title="Forms"><ul class="lines">{forms.map((one) => <li><a class="name" href={`/admin/forms?form=${one.id}`} aria-current={one.id === shown.id ? 'true' : undefined}>{one.title}</a><p class="second">Version {one.version}, {one.sections.length} sections</p></li>)}</ul></Card>} />
      </Page>
    )
  },
})
