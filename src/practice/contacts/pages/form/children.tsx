import { listed } from '../../../../kernel/phrasing.ts'
import { Button } from '../../../../platform/page/button.tsx'
import { hueOfChild } from '../../../../platform/page/mark.ts'
import { Token } from '../../../../platform/page/token.tsx'
import type { TypedChild } from '../../model/typed.ts'
import { adultName, childFamily, childName, namesTold, surnamesFor } from '../../rules/names.ts'
import { Alike, idsHere, RowLine, RowPills, symbolOf } from './adults.tsx'
import { problemOf, type FormProps } from './frame.ts'

function More({ props, child, at, short }: { props: FormProps; child: TypedChild; at: string; short: string }) {
  const { typed, known } = props
  const surnames = surnamesFor(typed, child, known)
  const parents = typed.adults.filter((adult) => child.parents.includes(adult.key))
  return (
    <details class="fold fold-row" open={Boolean(child.school || child.responsible.length > 0)}>
      <summary><span class="fold-link">More about {short}</span></summary>
      <div class="row-fields">
        <RowLine name={`${at}.family`} label={surnames.length > 0 ? `Surname, if not ${surnames[0]}` : 'Surname'} value={child.family} list="surnames" />
        <RowLine name={`${at}.school`} label="School or nursery" value={child.school} />
        {parents.length > 0 ? <RowPills name={`${at}.responsible`} legend="Said to have parental responsibility" type="checkbox" values={child.responsible} options={parents.map((adult) => [adult.key, adultName(typed, adult, known)] as const)} /> : null}
      </div>
    </details>
  )
}

function ChildRow({ props, child, index }: { props: FormProps; child: TypedChild; index: number }) {
  const { typed, known } = props
  const at = `children.${index}`
  const person = known[child.personId]
  const name = childName(typed, child, known)
  const family = childFamily(typed, child, known)
  const short = child.given.trim() || (child.unborn ? 'the baby' : 'this child')
  const mark = { name, symbol: child.unborn || person?.unborn ? 'unborn' as const : symbolOf(person?.sex ?? child.sex), hue: hueOfChild(person?.hue ?? index) }
  return (
    <li class="person-row" data-key={child.key}>
      <input type="hidden" name={`${at}.key`} value={child.key} />
      {child.notSame ? <input type="hidden" name={`${at}.notSame`} value="yes" /> : null}
      {child.personId ? <input type="hidden" name={`${at}.personId`} value={child.personId} /> : null}
      <Token mark={mark} size="m" beside />
      <div class="person-row-what">
        {person ? <p class="person-row-name"><strong>{person.name}</strong>, {person.age}. <span class="second-inline">Known to us.</span></p> : (
          <>
            <div class="row-fields">
              <RowLine name={`${at}.given`} label={family && !child.unborn ? `First name (${family})` : 'First name'} value={child.given} problem={problemOf(props.problems, `${at}.given`)} />
              <RowLine name={`${at}.born`} label={child.unborn ? 'Due' : 'Date of birth'} width="row-short" value={child.born} problem={problemOf(props.problems, `${at}.born`)} placeholder={child.unborn ? '12/3/2026' : '14/1/2016'} />
              {child.unborn ? null : <RowPills name={`${at}.sex`} legend="Sex" value={child.sex} options={[['female', 'Girl'], ['male', 'Boy'], ['notStated', 'Not stated']]} />}
              {typed.adults.length > 0 ? <RowPills name={`${at}.parents`} legend="Parents" type="checkbox" values={child.parents} options={typed.adults.map((adult) => [adult.key, adultName(typed, adult, known)] as const)} /> : null}
            </div>
            <Alike rowKey={child.key} possible={child.notSame ? [] : props.alike[child.key] ?? []} name={name} here={idsHere(typed)} />
            <div class="row-foot">
              <label class="small-tick"><input type="checkbox" name={`${at}.unborn`} value="yes" checked={child.unborn} /><span>Not yet born</span></label>
              <label class="small-tick"><input type="checkbox" name={`${at}.elsewhere`} value="yes" checked={child.elsewhere} /><span>Lives elsewhere</span></label>
              <More props={props} child={child} at={at} short={short} />
            </div>
          </>
        )}
      </div>
      {typed.children.length > 1 || person ? <Button kind="quiet" name="do" value={`removeChild:${child.key}`} about={name}>Remove</Button> : <span />}
    </li>
  )
}

/** The children, each on one line: what brothers and sisters share comes down from the line above. */
export function Children(props: FormProps) {
  const named = namesTold(props.typed, props.known)
  return (
  <div class="people-block">
    <h3 id="children-title">Children</h3>
    <p class="hint">A date of birth may be written as you have it: 14/1/2016, Jan 2016, 2016, about 9, not known.</p>
    {named.length > 0 ? <p class="suggested"><span>From what they told us:</span>{named.map((name) => <Button kind="row" icon="plus" name="do" value={`addNamed:${name}`} about="as a child">{name}</Button>)}</p> : null}
    <ul class="person-rows">{props.typed.children.map((child, index) => <ChildRow props={props} child={child} index={index} key={child.key} />)}</ul>
    <p><Button kind="second" icon="plus" name="do" value="addChild">Another child</Button></p>
  </div>
  )
}

/** One address for all: that of somebody known, or written once. */
export function HomeBlock(props: FormProps) {
  const { typed, known } = props
  const all = typed.adults.flatMap((adult) => {
    const person = known[adult.personId]
    return person?.address ? [{ key: adult.key, name: person.given || person.name, address: person.address }] : []
  })
  // People who live together are offered once.
  const homes = all.filter((home, i) => all.findIndex((other) => other.address === home.address) === i)
    .map((home) => ({ ...home, name: listed(all.filter((other) => other.address === home.address).map((other) => other.name)) }))
  const written = homes.length === 0 || typed.home === 'written' || (typed.home === '' && typed.lines !== '')
  return (
    <div class="people-block">
      <h3 id="home-title">Where they live</h3>
      {homes.length > 0 ? (
        <fieldset class="field">
          <legend class="unseen">Where they live</legend>
          <div class="ticks">
            {homes.map((home) => <div class="tick"><input type="radio" id={`home-${home.key}`} name="home" value={home.key} checked={typed.home === home.key} /><label for={`home-${home.key}`}>With {home.name}: {home.address}</label></div>)}
            <div class="tick"><input type="radio" id="home-written" name="home" value="written" checked={written} /><label for="home-written">Somewhere else, or not known</label></div>
          </div>
        </fieldset>
      ) : null}
      {written || problemOf(props.problems, 'postcode') ? (
        <div class="row-fields">
          <RowLine name="lines" label="Address" value={typed.lines} width="row-wide" problem={problemOf(props.problems, 'lines')} />
          <RowLine name="postcode" label="Postcode" width="row-short" value={typed.postcode} problem={problemOf(props.problems, 'postcode')} />
        </div>
      ) : <><input type="hidden" name="lines" value={typed.lines} /><input type="hidden" name="postcode" value={typed.postcode} /></>}
    </div>
  )
}
