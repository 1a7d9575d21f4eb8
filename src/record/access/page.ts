import type { VNode } from 'preact'
import type { BesideField, Supposed } from '../../engine/returns/model.ts'
import type { Problem } from '../../kernel/errors.ts'
import type { PageProps } from '../../platform/page/layout.tsx'
import { answer, type Caller } from './act.ts'
import type { Leaving } from './leaving.ts'
import type { Asking } from './model.ts'
import type { Action } from './permissions.ts'

/** What the layout of every page needs: `<Page {...frame} title=…>`. */
export type Frame = Pick<PageProps, 'council' | 'asset' | 'actor' | 'places' | 'bell' | 'newContactHref' | 'printed' | 'beside' | 'ruled'>

/** What the browser sent. Names of fields with dots make a tree: `people.0.given`. */
export type Ask = Readonly<{
  path: string
  params: Readonly<Record<string, string>>
  query: Readonly<Record<string, string>>
  body: Readonly<Record<string, unknown>>
  /** The key that makes a repeat harmless: a hidden field `commandId` of every form. */
  commandId?: string | undefined
  /** When a form comes back: what to put right. What was typed is still in `body`. */
  problems: readonly Problem[]
}>

export type Reply = Readonly<{ html: VNode; status?: number } | { go: string } | { json: unknown; status?: number } | { file: Leaving }>

/** What the server lends a route. */
export type Surroundings = Readonly<{
  /** What the rules of the returns would ask of a form that is being written, if it were agreed as it stands. */
  asks?: ((asking: Asking, form: string, supposed: readonly Supposed[]) => Promise<readonly BesideField[]>) | undefined
  /** `at`: the page that is drawn, where it is one of the house's own. */ frame: (asking?: Asking, at?: Readonly<{ path: string; ask: Ask }>) => Promise<Frame>
}>

export type Route = Readonly<{
  method: 'GET' | 'POST'
  path: string
  /** A page's name in the audit. */
  what?: string
  run: (caller: Caller, ask: Ask, around: Surroundings) => Promise<Reply>
}>

/**
 * A page: `load` reads everything in one transaction (one audit event), `view` draws it.
 * `path` has parameters as `/people/:id`. `what`: the page's name in the audit.
 */
export function page<Answer>(path: string, rule: Readonly<{
  what: string
  may: Action
  load: (asking: Asking, ask: Ask, around: Surroundings) => Promise<Answer>
  view: (answer: Answer, frame: Frame, ask: Ask) => VNode
  /** What its reader is told is kept: its request may write. */
  keeps?: true
}>): Route {
  return {
    method: 'GET',
    path,
    what: rule.what,
    run: async (caller, ask, around) => {
      const [found, frame] = await answer(caller, rule.what, rule.may, async (asking) => [await rule.load(asking, ask, around), await around.frame(asking, { path, ask })] as const, rule.keeps ? undefined : 'reads')
      return { html: rule.view(found, frame, ask), status: ask.problems.length > 0 ? 422 : 200 }
    },
  }
}

/** Takes a form: does a command and goes on, or shows the page again with what to put right. Autosave and islands answer `json`. */
export const form = (path: string, run: Route['run']): Route => ({ method: 'POST', path, run })

/** The page again, with what was typed and what to put right. */
export const again = (shown: Route, problems: readonly Problem[]): Route['run'] => (caller, ask, around) => shown.run(caller, { ...ask, problems }, around)
