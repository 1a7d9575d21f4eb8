import { contactSources } from '../../../../../content/codes/contact.ts'
import { Card } from '../../../../platform/page/card.tsx'
import { Select } from '../../../../platform/page/fields/choice.tsx'
import { FieldProblem, FieldRow, Fieldset } from '../../../../platform/page/fields/frame.tsx'
import { DateField, Line } from '../../../../platform/page/fields/text.tsx'
import { problemOf, withProblem, type FormProps } from './frame.ts'

/** One press for those who contact us most; the whole list, as the return asks for it, behind the last. */
const usual = [
  ['school', 'School'], ['healthVisitor', 'Health visitor'], ['gp', 'GP'], ['emergencyDepartment', 'Hospital'], ['police', 'Police'],
  ['familyMember', 'Family'], ['acquaintance', 'Neighbour or friend'], ['anonymous', 'Anonymous'],
] as const

const Pills = ({ typed, problems }: FormProps) => {
  const problem = problemOf(problems, 'source')
  return (
    <fieldset class={problem ? 'field has-problem' : 'field'} aria-describedby={problem ? 'source-problem' : undefined}>
      <legend class="unseen">Who is telling us?</legend>
      {problem ? <FieldProblem id="source" words={problem} /> : null}
      <div class="pills">
        {usual.map(([value, label], i) => (
          <label class="pill"><input type="radio" id={i === 0 ? 'source' : `source-${value}`} name="source" value={value} checked={typed.source === value} /><span>{label}</span></label>
        ))}
        <label class="pill"><input type="radio" id="source-other" name="source" value="other" checked={typed.source === 'other'} /><span>Somebody else</span></label>
      </div>
      <div class="pills-more">
        <Select name="otherSource" label="Who else" look="hidden" empty="Choose from the whole list" value={typed.otherSource} width={24}
          options={contactSources.codes.map((code) => ({ value: code.code, label: code.label, ...(code.group ? { group: code.group } : {}) }))} />
      </div>
    </fieldset>
  )
}

/** Who contacts us, how to reach them, and when it came. */
export function SourceCard(props: FormProps) {
  const { typed, agencies, now } = props
  const late = typed.on !== '' || typed.time !== '' || props.problems.some((one) => one.question === 'on' || one.question === 'time')
  return (
    <Card title="Who is telling us" id="telling">
      <Pills {...props} />
      <FieldRow>
        <Line name="agency" label="School, team or agency" value={typed.agency} autocomplete="off" list="agencies" />
        <Line name="name" label="Their name" value={typed.name} autocomplete="off" />
      </FieldRow>
      <FieldRow>
        <Line name="role" label="Their role, or who they are to the family" value={typed.role} autocomplete="off" />
        <Line name="phone" type="tel" label="How to reach them" optional="if they say" value={typed.phone} autocomplete="off" />
      </FieldRow>
      <details class="fold" open={late}>
        <summary>It came {now}. <span class="fold-link">It came earlier</span></summary>
        <FieldRow>
          <DateField name="on" label="Day it came" value={typed.on} {...withProblem(props, 'on')} />
          <Line name="time" label="Time" hint="As 14:30" width={8} value={typed.time} autocomplete="off" {...withProblem(props, 'time')} />
        </FieldRow>
        <p class="hint">Both are kept: when it came, and when you wrote it down.</p>
      </details>
      <datalist id="agencies">{agencies.map((name) => <option value={name} />)}</datalist>
    </Card>
  )
}

/** Their words first, then the four things that help to decide. None of the four holds anybody up. */
export function WordsCard(props: FormProps) {
  const { typed } = props
  return (
    <Card title="What they tell us" id="told">
      <div class={problemOf(props.problems, 'words') ? 'field has-problem' : 'field'}>
        <label class="field-label" for="words">In their words, as far as you can</label>
        {problemOf(props.problems, 'words') ? <FieldProblem id="words" words={problemOf(props.problems, 'words') ?? ''} /> : null}
        <textarea class="box theirs-upright" id="words" name="words" rows={7} data-grow value={typed.words} aria-invalid={problemOf(props.problems, 'words') ? 'true' : undefined} aria-describedby={problemOf(props.problems, 'words') ? 'words-problem' : undefined} />
      </div>
      <FieldRow>
        <Fieldset field={{ id: 'danger', label: 'Is anybody in danger now?' }}>
          <div class="ticks across">
            {([['yes', 'Yes'], ['no', 'They think not'], ['notKnown', 'Not known']] as const).map(([value, label], i) => (
              <div class="tick"><input type="radio" id={i === 0 ? 'danger' : `danger-${value}`} name="danger" value={value} checked={typed.danger === value} /><label for={i === 0 ? 'danger' : `danger-${value}`}>{label}</label></div>
            ))}
          </div>
        </Fieldset>
        <Select name="knows" label="Does the family know they tell us?" empty="Not asked" value={typed.knows} options={[
          { value: 'agrees', label: 'Yes, and they agree' }, { value: 'knows', label: 'Yes, and they do not agree' }, { value: 'doesNotKnow', label: 'No' }, { value: 'notSafe', label: 'No, telling them is not safe' }, { value: 'notKnown', label: 'Not known' }]} />
      </FieldRow>
      <FieldRow>
        <Line name="hopes" label="What do they hope for?" optional="if they say" value={typed.hopes} autocomplete="off" />
        <Line name="doing" label="What do they already do to help?" optional="if they say" value={typed.doing} autocomplete="off" />
      </FieldRow>
    </Card>
  )
}
