import type { ComponentChildren } from 'preact'
import { Message } from './message.tsx'
import { GlobalBar, workerPlaces, type BarActor, type BarProps, type Place } from './bar.tsx'

/** Turns the name of a source (`src/platform/page/style/kith.css`) into the address of its built, hashed file. */
export type AssetAddress = (source: string) => string

export interface Council { readonly name: string; readonly productName?: string; readonly themeHref?: string }

const pageStyle = 'src/platform/page/style/kith.css'
const pageScript = 'src/platform/page/browser/page.ts'

export interface PageProps {
  /** What the page is about; the browser's title adds the product and the council. */
  readonly title: string
  readonly council: Council
  readonly asset: AssetAddress
  /** Nobody: a page before sign-in, without the bar. */
  readonly actor?: BarActor
  readonly places?: readonly Place[]
  /** The key of the place that this page belongs to. */
  readonly place?: string
  readonly newContactHref?: string
  readonly search?: BarProps['search']
  readonly sent?: BarProps['sent']
  readonly bell?: BarProps['bell']
  /** Sources of islands, as `src/practice/assessments/island.tsx`. */
  readonly scripts?: readonly string[]
  readonly styles?: readonly string[]
  /** A white band under the bar over the whole width: identity, page head with tabs. */
  readonly band?: ComponentChildren
  /** `page` at most 1,200 px wide; `narrow` one column to read or fill; `editor` over the whole width. */
  readonly frame?: 'page' | 'narrow' | 'editor'
  /** `Priya Nair on 18 Nov 2025, 10:42, for the core group`: stands in the foot of the paper. */
  readonly printed?: string
  readonly problemCount?: number
  /** What the department's rules ask of what was just saved: sentences, each with its rule. */
  readonly beside?: readonly Readonly<{ words: string; second: string }>[]
  /** The rules are run while its form is filled in. */
  readonly ruled?: boolean
  readonly children: ComponentChildren
}

/** The whole document. */
export function Page(props: PageProps) {
  const { council, asset, actor, frame = 'page' } = props
  const product = council.productName ?? 'Kith'
  const beside = props.beside && props.beside.length > 0
    ? <Message kind="soon" title="It is saved. The department’s rules ask about it"><ul class="lines">{props.beside.map((one) => <li><p>{one.words}<span class="second">{one.second}</span></p></li>)}</ul></Message> : null
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <title>{`${props.problemCount ? 'To put right: ' : ''}${props.title} – ${product}, ${council.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="robots" content="noindex, nofollow" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={asset(pageStyle)} />
        {(props.styles ?? []).map((source) => <link rel="stylesheet" href={asset(source)} />)}
        {council.themeHref ? <link rel="stylesheet" href={council.themeHref} /> : null}
        {[pageScript, ...(props.scripts ?? [])].map((source) => <script type="module" src={asset(source)} />)}
      </head>
      <body class={actor ? 'with-bar' : 'without-bar'} data-actor={actor?.id} data-actor-name={actor?.id ? actor.name : undefined} data-actor-email={actor?.email} data-ruled={props.ruled ? 'yes' : undefined}>
        <a class="skip" href="#main">Go to the main part</a>
        {actor ? (
          <GlobalBar productName={product} homeHref="/" actor={actor} places={props.places ?? workerPlaces} place={props.place}
            newContactHref={props.newContactHref} search={props.search} sent={props.sent} bell={props.bell} />
        ) : null}
        <main id="main" tabIndex={-1}>
          {props.band ? <div class="band"><div class="wrap">{props.band}</div></div> : null}
          {frame === 'editor' ? <>{beside}{props.children}</> : <div class={`wrap body${frame === 'narrow' ? ' narrow' : ''}`}>{beside}{props.children}</div>}
        </main>
        {props.printed ? <p class="printed">Printed by {props.printed}. {council.name}</p> : null}
      </body>
    </html>
  )
}

/** Title, the sentence under it, tags beside it, and at the right the one thing to do or the clock. */
export function PageHead({ title, lede, tags, end, before, under = false }: {
  title: ComponentChildren; lede?: ComponentChildren; tags?: ComponentChildren; end?: ComponentChildren; before?: ComponentChildren; /** Under the band of a person, whose name is the title of the page. */ under?: boolean
}) {
  const Head = under ? 'h2' : 'h1'
  return (
    <div class="page-head">
      <div class="page-head-words">
        {before}
        <Head>{title}{tags ? <span class="head-tags">{tags}</span> : null}</Head>
        {lede ? <p class="lede">{lede}</p> : null}
      </div>
      {end ? <div class="page-head-end">{end}</div> : null}
    </div>
  )
}

/** Main column and aside; the aside goes under the main one on a narrow screen, or first when it warns of danger. */
export const Columns = ({ main, aside, asideFirst = false }: { main: ComponentChildren; aside: ComponentChildren; asideFirst?: boolean }) => (
  <div class={asideFirst ? 'columns aside-first' : 'columns'}><div class="stack-gap">{main}</div><div class="stack-gap">{aside}</div></div>
)

/** Cards side by side in two, three or four, as many as there is room for. */
export const CardGrid = ({ of, children }: { of: 2 | 3 | 4; children: ComponentChildren }) => <div class={`card-grid of-${of}`}>{children}</div>

/** Where I am, what I write, what I read: the form editor. Give the head over the three columns apart, as `Page`'s band. */
export const EditorFrame = ({ sections, children, beside }: { sections: ComponentChildren; children: ComponentChildren; beside?: ComponentChildren }) => (
  <div class={beside ? 'editor has-beside' : 'editor'}>
    <a class="to-sections" href="#sections">All sections</a>
    <div class="editor-sections" id="sections">{sections}</div>
    <div class="editor-write">{children}</div>
    {beside ? <aside class="editor-beside" aria-label="Reading beside">{beside}</aside> : null}
  </div>
)
