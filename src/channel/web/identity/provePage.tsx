import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Actions, Button } from '../../../platform/page/button.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { SignInFrame } from '../../../platform/page/sign-in.tsx'
import { Page } from '../../../platform/page/layout.tsx'
import type { Frame } from '../../../record/access/page.ts'

export type Way = 'code' | 'passkey' | 'password' | 'provider'

/** The fields of a form that waits, as they were sent. */
export function fieldsOf(tree: unknown, name = ''): readonly (readonly [string, string])[] {
  if (typeof tree === 'string') return [[name, tree]]
  if (typeof tree !== 'object' || tree === null) return []
  return Object.entries(tree).flatMap(([key, value]) => (name === '' && key === 'prove' ? [] : fieldsOf(value, name === '' ? key : `${name}.${key}`)))
}

/** Asks again who somebody is, with what they typed kept in the form: for browsers without script. With script the page asks over itself. */
export const ProvePage = ({ frame, ways, to, method, fields, problem }: { frame: Frame; ways: readonly Way[]; to: string; method: string; fields: readonly (readonly [string, string])[]; problem?: string | undefined }) => (
  <Page {...frame} title="Show again that it is you" frame="narrow" problemCount={problem ? 1 : 0}>
    <SignInFrame councilName={frame.council.name} title="Show again that it is you" lede="This needs it because more than 15 minutes have passed. Everything you wrote is kept." {...(frame.council.productName ? { productName: frame.council.productName } : {})}>
      {problem ? <ErrorSummary problems={[{ field: ways.includes('code') ? 'prove.code' : 'prove.password', words: problem }]} /> : null}
      <form method="post" action="/prove">
        {fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
        <input type="hidden" name="prove.to" value={to} /><input type="hidden" name="prove.method" value={method} />
        {ways.includes('provider') ? <p><a href="/sign-in/council?again=1" target="_blank" rel="opener">Sign in at your council again</a>, in a new tab, then come back here.</p>
          : ways.includes('password') ? <Line name="prove.password" type="password" label="Password" autocomplete="current-password" />
            : <Line name="prove.code" label="Code" hint={ways.includes('code') ? 'The six digits your authenticator app shows.' : 'One of your recovery codes.'} autocomplete="one-time-code" inputMode={ways.includes('code') ? 'numeric' : 'text'} width={12} />}
        <Actions><Button kind="primary">Carry on</Button><a href="/">Go to My work</a></Actions>
      </form>
    </SignInFrame>
  </Page>
)
