import type { ComponentChildren } from 'preact'
import { LogoMark } from './icons.tsx'

/** The frame of the pages before somebody is signed in: one column, the council's name, one thing to do. */
export function SignInFrame({ productName = 'Kith', councilName, title, lede, children, foot }: {
  productName?: string; councilName: string; title: string; lede?: ComponentChildren; children: ComponentChildren; foot?: ComponentChildren
}) {
  return (
    <div class="door">
      <p class="door-name"><LogoMark /><span><strong>{productName}</strong><span class="second">{councilName}</span></span></p>
      <div class="card door-card">
        <h1>{title}</h1>
        {lede ? <p class="lede">{lede}</p> : null}
        {children}
      </div>
      {foot ? <div class="door-foot">{foot}</div> : null}
    </div>
  )
}
