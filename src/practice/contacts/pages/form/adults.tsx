import { numberInWords } from '../../../../kernel/phrasing.ts'
import { Button } from '../../../../platform/page/button.tsx'
import { FieldProblem } from '../../../../platform/page/fields/frame.tsx'
import type { PersonSymbol } from '../../../../platform/page/mark.ts'
import { Token } from '../../../../platform/page/token.tsx'
import { hiddenName, type Possible, type Typed, type TypedAdult } from '../../model/typed.ts'
import { adultFamily, adultName, splitName, surnamesHere } from '../../rules/names.ts'
import { problemOf, type FormProps } from './frame.ts'

export const symbolOf = (sex: string): PersonSymbol => (sex === 'female' || sex === 'male' ? sex : 'notStated')

/** A small box with its label, for a row. */
export function RowLine({ name, label, value, problem, list, width = '', placeholder }: { name: string; label: string; value: string; problem?: string | undefined; list?: string; width?: string; placeholder?: string }) {
  return (
    <div class={problem ? `row-field ${width} has-problem` : `row-field ${width}`}>
      <label for={name}>{label}</label>
      {problem ? <FieldProblem id={name} words={problem} /> : null}
      <input class="box" id={name} name={name} type="text" value={value} autocomplete="off" spellcheck={false} list={list} placeholder={placeholder} aria-invalid={problem ? 'true' : undefined} aria-describedby={problem ? `${name}-problem` : undefined} />
    </div>
  )
}

export const RowPills = ({ name, legend, options, value, type = 'radio', values = [] }: { name: string; legend: string; options: readonly (readonly [string, string])[]; value?: string; type?: 'radio' | 'checkbox'; values?: readonly string[] }) => (
  <fieldset class="row-field">
    <legend>{legend}</legend>
    <div class="pills pills-small">
      {options.map(([code, label], i) => (
        <label class="pill"><input type={type} id={i === 0 ? name : `${name}-${code}`} name={name} value={code} checked={type === 'radio' ? value === code : values.includes(code)} /><span>{label}</span></label>
      ))}
    </div>
  </fieldset>
)

/** `Same surname, same first name` */
const inOneLine = (reasons: readonly string[]): string => reasons.map((reason, i) => (i === 0 ? reason : reason.charAt(0).toLowerCase() + reason.slice(1))).join(', ')

/** Who this new person may already be, with the reasons, side by side with the way out. */
export function Alike({ rowKey, possible, name, here }: { rowKey: string; possible: readonly Possible[]; name: string; here: readonly string[] }) {
  if (possible.length === 0) return null
  return (
    <div class="alike" role="group" aria-label={`Is ${name} known already?`}>
      {possible.map((one) => (
        <p><span><strong>{one.name}</strong>, {one.age}{one.born ? `, ${one.born}` : ''}, is {here.includes(one.id) ? 'on this contact already' : 'known to us'}. <span class="second-inline">{inOneLine(one.reasons)}.</span></span>
          {here.includes(one.id) ? null : <Button kind="row" name="do" value={`same:${rowKey}:${one.id}`} about={one.name}>The same person</Button>}</p>
      ))}
      <p><Button kind="quiet" name="do" value={`notSame:${rowKey}`}>Somebody else</Button></p>
    </div>
  )
}

export const idsHere = (typed: Typed): string[] => [...typed.adults, ...typed.children].map((row) => row.personId).filter((id) => id !== '')

const kins = [['', 'No other relation'], ['grandparent', 'Grandparent'], ['stepParent', 'Step-parent'], ['auntOrUncle', 'Aunt or uncle'], ['otherRelative', 'Another relative'], ['fosterCarer', 'Foster carer'], ['friend', 'Friend'], ['neighbour', 'Neighbour'], ['lodger', 'Lodger']] as const

function AdultRow({ props, adult, index }: { props: FormProps; adult: TypedAdult; index: number }) {
  const { typed, known } = props
  const at = `adults.${index}`
  const person = known[adult.personId]
  const standing = props.already?.includes(adult.personId) ?? false
  const hidden = adult.personId !== '' && !person
  const name = hidden ? hiddenName : adultName(typed, adult, known, true)
  const first = typed.adults[0]
  const others = person?.children.filter((child) => !typed.children.some((row) => row.personId === child.id) && !props.already?.includes(child.id)) ?? []
  return (
    <li class="person-row" data-key={adult.key}>
      <input type="hidden" name={`${at}.key`} value={adult.key} />
      {adult.notSame ? <input type="hidden" name={`${at}.notSame`} value="yes" /> : null}
      <Token mark={{ name, symbol: symbolOf(person?.sex ?? adult.sex), hue: 'slate' }} size="m" beside />
      <div class="person-row-what">
        {adult.personId ? <input type="hidden" name={`${at}.personId`} value={adult.personId} /> : null}
        {hidden ? <p class="person-row-name"><strong>{hiddenName}</strong>. <span class="second-inline">Those who may see it get this contact. You see no more of it.</span></p> : person ? <p class="person-row-name"><strong>{person.name}</strong>, {person.age}. <span class="second-inline">Known to us{person.address ? `, at ${person.address}` : ''}.</span></p> : (
          <div class="row-fields">
            <RowLine name={`${at}.given`} label="First name" value={adult.given} problem={problemOf(props.problems, `${at}.given`)} />
            <RowLine name={`${at}.family`} label="Surname" value={adult.family} list="surnames" />
          </div>
        )}
        {first && index > 0 && !standing ? (
          <RowPills name={`${at}.tie`} legend={`To ${adultName(typed, first, known)}`} value={adult.tie} options={[['partner', 'Partner'], ['married', 'Married'], ['separated', 'Separated'], ['divorced', 'Divorced'], ['none', 'Not a couple']]} />
        ) : null}
        <Alike rowKey={adult.key} possible={adult.notSame || adult.personId ? [] : props.alike[adult.key] ?? []} name={name} here={idsHere(typed)} />
        {others.length > 0 ? (
          <p class="suggested"><span>{person?.given}’s children:</span>{others.length > 1 ? <Button kind="row" icon="plus" name="do" value={`pickAll:${others.map((child) => child.id).join(',')}`} about="to the contact">All {numberInWords(others.length)}</Button> : null}{others.map((child) => <Button kind="row" icon="plus" name="do" value={`pickChild:${child.id}`} about="to the contact">{child.name}, {child.age}</Button>)}</p>
        ) : null}
        {standing ? null : <div class="row-foot">
        {person || hidden ? null : <label class="small-tick"><input type="checkbox" name={`${at}.elsewhere`} value="yes" checked={adult.elsewhere} /><span>Lives elsewhere</span></label>}
        <details class="fold fold-row" open={Boolean(adult.born || (adult.sex && !person) || adult.kin || problemOf(props.problems, `${at}.born`))}>
          <summary><span class="fold-link">More about {adultName(typed, adult, known)}</span></summary>
          <div class="row-fields">
            {person || hidden ? null : <RowLine name={`${at}.born`} label="Date of birth, year or age" value={adult.born} problem={problemOf(props.problems, `${at}.born`)} />}
            {person || hidden ? null : <RowPills name={`${at}.sex`} legend="Sex" value={adult.sex} options={[['female', 'Female'], ['male', 'Male'], ['notStated', 'Not stated']]} />}
            <div class="row-field"><label for={`${at}.kin`}>To the children, if not a parent</label><select class="box" id={`${at}.kin`} name={`${at}.kin`}>{kins.map(([code, label]) => <option value={code} selected={adult.kin === code}>{label}</option>)}</select></div>
          </div>
        </details>
        </div>}
      </div>
      {standing ? <span class="second-inline">On it already</span> : <Button kind="quiet" name="do" value={`removeAdult:${adult.key}`} about={name}>Remove</Button>}
    </li>
  )
}

/** What the box offers: those known first, then the name as somebody new, with the surnames that are here already. */
function Offers({ props }: { props: FormProps }) {
  const { typed, known, found } = props
  const text = typed.find.trim()
  if (text.length < 2) return null
  const name = splitName(text)
  const surnames = name.family === '' ? surnamesHere(typed, known) : []
  return (
    <ul class="offers" aria-label="Who is meant">
      {found.map((one) => (
        <li><button type="submit" name="do" value={`pick:${one.id}`} class="offer"><span><strong>{one.name}</strong>{one.age ? `, ${one.age}` : ''}{one.born ? `, ${one.born}` : ''}</span><span class="second-inline">{one.hidden ? '' : 'Known to us. '}{inOneLine(one.reasons)}</span></button></li>
      ))}
      {surnames.map((surname) => (
        <li><button type="submit" name="do" value={`addNew:${surname}`} class="offer offer-new"><span><strong>{text} {surname}</strong></span><span class="second-inline">Somebody new</span></button></li>
      ))}
      <li><button type="submit" name="do" value="addNew" class="offer offer-new"><span><strong>{text}</strong></span><span class="second-inline">{surnames.length > 0 ? 'Somebody new with another surname' : 'Somebody new'}</span></button></li>
    </ul>
  )
}

/** The adults, each looked for before anybody is added. */
export function Adults(props: FormProps) {
  const { typed, known } = props
  const surnames = [...new Set(typed.adults.map((adult) => adultFamily(adult, known)).filter((name) => name !== ''))]
  return (
    <div class="people-block">
      <h3 id="adults-title">Parents and other adults</h3>
      {typed.adults.length > 0 ? <ul class="person-rows">{typed.adults.map((adult, index) => <AdultRow props={props} adult={adult} index={index} key={adult.key} />)}</ul> : null}
      <div class="finder">
        <label for="find">{typed.adults.length === 0 ? 'Name of a parent or another adult' : 'Another adult'}</label>
        <p class="hint" id="find-hint">We look whether they are known before anybody is added. A date of birth, address or postcode helps.</p>
        <div class="finder-line">
          <input class="box width-24" id="find" name="find" type="text" value={typed.find} autocomplete="off" spellcheck={false} aria-describedby="find-hint" />
          <Button kind="second" icon="search" name="do" value="find">Look</Button>
        </div>
        <Offers props={props} />
        <p class="unseen" role="status" id="found-count">{typed.find.trim().length > 1 ? `${props.found.length} known to us may be meant` : ''}</p>
      </div>
      <datalist id="surnames">{surnames.map((name) => <option value={name} />)}</datalist>
    </div>
  )
}
