import type { ComponentChildren } from 'preact'
import { LogoMark } from './icons.tsx'

/** A letter to a family: paper, serif, made for one recipient, one page when printed. Only here may the words say please. */
export function Letter({ councilName, department, from, to, writtenOn, title, children, foot }: {
  councilName: string; department: string
  /** Lines of the sender's address, and of the recipient's name and address. */
  from: readonly string[]; to: readonly string[]
  writtenOn: string; title: string; children: ComponentChildren
  /** `You can have this letter in Bengali, in large print, or read to you.` */
  foot: string
}) {
  return (
    <article class="letter">
      <header><p class="letter-council"><LogoMark /><span><strong>{councilName}</strong><span class="second">{department}</span></span></p><p class="letter-from">{from.map((line) => <span>{line}</span>)}</p></header>
      <div class="letter-to"><p>{to.map((line) => <span>{line}</span>)}</p><p>{writtenOn}</p></div>
      <h1>{title}</h1>
      {children}
      <p class="letter-foot">{foot}</p>
    </article>
  )
}

/** Two things of the same weight side by side: going well, worried about. */
export const LetterPair = ({ left, right }: { left: { title: string; words: ComponentChildren }; right: { title: string; words: ComponentChildren } }) => (
  <div class="two">{[left, right].map((side) => <section><h2>{side.title}</h2><p>{side.words}</p></section>)}</div>
)

/** Dotted lines to sign on, one a person. */
export const SignLines = ({ names }: { names: readonly string[] }) => <ul class="sign-lines">{names.map((name) => <li>{name}</li>)}</ul>
