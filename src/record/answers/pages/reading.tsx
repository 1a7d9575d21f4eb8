import type { Frozen, FrozenQuestion, FrozenSection } from '../../../engine/forms/frozen.ts'
import type { FormDefinition, Question } from '../../../engine/forms/model.ts'
import { listed } from '../../../kernel/phrasing.ts'
import { Card } from '../../../platform/page/card.tsx'
import { Account } from '../../../platform/page/words.tsx'
import { NumbersOverTime } from './scale.tsx'

type Reading = Readonly<{ frozen: Frozen | undefined; definition: FormDefinition; people: readonly Readonly<{ id: string; given: string; name: string }>[]; /** Cards under a heading of their own. */ under?: true }>

/** A finished form to be read: what was asked, what was answered and about whom. What stood beside each other in writing does so again. */
export function FormRead({ frozen, definition, people, under }: Reading) {
  const asked = new Map(definition.sections.flatMap((section) => section.questions).map((question) => [question.id, question]))
  const given = (ids: readonly string[]) => listed(people.flatMap((one) => (ids.includes(one.id) ? [one.given || one.name] : [])))
  const card = (section: FrozenSection) => {
    const answered = section.questions.filter((question) => question.answers.length > 0)
    const row = definition.sections.find((one) => one.id === section.id)?.row
    const words = answered.map((question) => <div><h3>{question.asked}</h3><Answers question={question} options={asked.get(question.id)?.options} of={people.length} given={given} /></div>)
    return answered.length === 0 ? null : <Card id={under ? undefined : section.id} title={section.title} level={under ? 3 : 2}><div class={row ? 'beside-each' : 'stack-small'}>{words}</div></Card>
  }
  const sections = frozen?.sections ?? []
  const groupOf = (section: FrozenSection) => definition.sections.find((one) => one.id === section.id)?.group
  const columns = definition.groups.filter((group) => group.columns).map((group) => group.id)
  const beside = sections.filter((section) => columns.includes(groupOf(section) ?? ''))
  return <>{beside.length > 0 ? <div class="card-grid of-3">{beside.map(card)}</div> : null}{sections.filter((section) => !beside.includes(section)).map(card)}</>
}

function Answers({ question, options, of, given }: Readonly<{ question: FrozenQuestion; options: Question['options']; of: number; given: (ids: readonly string[]) => string }>) {
  return <>{question.answers.map((answer) => {
    const whose = answer.about.length > 0 && answer.about.length < of ? given(answer.about) : ''
    return <>
      {question.kind === 'scale' ? <NumbersOverTime question={options ? { options } : {}} value={answer.value} caption={`${question.asked}${whose ? ` ${whose}` : ''}`} /> : <Account text={answer.words} />}
      {whose ? <p class="source">About {whose}</p> : null}
    </>
  })}</>
}
