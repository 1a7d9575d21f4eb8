import type { ComponentChildren } from 'preact'
import { ErrorSummary } from '../../../platform/page/error-summary.tsx'
import { Actions, Button, ButtonLink } from '../../../platform/page/button.tsx'
import { Line } from '../../../platform/page/fields/text.tsx'
import { SignInFrame } from '../../../platform/page/sign-in.tsx'
import { SquareCode } from '../../../platform/page/square-code.tsx'
import { Message } from '../../../platform/page/message.tsx'
import { Page } from '../../../platform/page/layout.tsx'
import { PasskeyButton } from '../../../platform/page/passkey.tsx'
import type { FactorKind } from '../../../record/access/identity/identity.ts'
import type { Frame } from '../../../record/access/page.ts'

export type Typed = Readonly<{ email?: string; next?: string; problem?: string | undefined; out?: boolean; said?: string | undefined; words?: string | undefined }>

const Door = ({ frame, title, lede, problem, field, children, foot }: { frame: Frame; title: string; lede?: ComponentChildren; problem?: string | undefined; field?: string; children: ComponentChildren; foot?: ComponentChildren }) => (
  <Page {...frame} title={title} frame="narrow" problemCount={problem ? 1 : 0}>
    <SignInFrame councilName={frame.council.name} title={title} lede={lede} foot={foot} {...(frame.council.productName ? { productName: frame.council.productName } : {})}>
      {problem ? <ErrorSummary problems={[{ field: field ?? 'email', words: problem }]} /> : null}
      {children}
    </SignInFrame>
  </Page>
)

export const SignInPage = ({ frame, typed, provider }: { frame: Frame; typed: Typed; provider?: string | undefined }) => (typed.words ? <CarryOnPage frame={frame} typed={typed} provider={provider} /> :
  <Door frame={frame} title="Sign in" problem={typed.problem} lede={typed.out ? 'You are signed out. Nothing of yours stays on this device.' : undefined}>
    {typed.said ? <Message kind="wait" icon="info">{typed.said}</Message> : null}
    {provider ? <><p><ButtonLink kind="primary" href={`/sign-in/council?next=${encodeURIComponent(typed.next ?? '/')}`}>Sign in with {provider}</ButtonLink></p><p class="second">Or with a password kept here:</p></> : null}
    <form method="post" action="/sign-in">
      <input type="hidden" name="next" value={typed.next ?? '/'} />
      <Line name="email" type="email" label="E-mail address" autocomplete="username" value={typed.email ?? ''} />
      <Line name="password" type="password" label="Password" autocomplete="current-password" />
      <Actions><Button kind={provider ? 'second' : 'primary'}>Sign in</Button></Actions>
    </form>
  </Door>
)

/** What was sent after the session ended goes with every step of signing in again. */
const Words = ({ words }: { words: string | undefined }) => (words ? <input type="hidden" name="words" value={words} /> : null)

/** As the page of signing in, for the one person whose words wait in it. */
const CarryOnPage = ({ frame, typed, provider }: { frame: Frame; typed: Typed; provider?: string | undefined }) => (
  <Door frame={frame} title="Sign in to carry on" problem={typed.problem} field="password" lede={`You were signed out. Everything you wrote is kept, for ${typed.email} alone.`}>
    <form method="post" action="/sign-in">
      <Words words={typed.words} />
      <input type="hidden" name="email" value={typed.email} /><input type="hidden" name="expected" value={typed.email} />
      {provider ? <p><a href="/sign-in/council?next=/sign-in/done" target="_blank" rel="opener">Sign in with {provider}</a>, in a new tab, then come back here and carry on. Or with a password kept here:</p> : null}
      <Line name="password" type="password" label="Password" autocomplete="current-password" />
      <Actions><Button kind="primary">Carry on</Button><a href="/sign-in">I am somebody else</a></Actions>
    </form>
  </Door>
)

/** They are in again: the same form goes where it was going, by itself where there is script. */
export const SendAgainPage = ({ frame, to, fields }: { frame: Frame; to: string; fields: readonly (readonly [string, string])[] }) => (
  <Door frame={frame} title="You are signed in again" lede="Everything you wrote is here. Send it now, as you meant to.">
    <form method="post" action={to} data-send-now>
      {fields.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <Actions><Button kind="primary">Send what I wrote</Button></Actions>
    </form>
  </Door>
)

/** The second step: a code, or one kept for the day the phone is lost. */
export const SecondPage = ({ frame, next, kinds, problem, words }: { frame: Frame; next: string; kinds: readonly FactorKind[]; problem?: string | undefined; words?: string | undefined }) => (
  <Door frame={frame} title="Show that it is you" problem={problem} field="code" lede={kinds.includes('code') ? 'Open your authenticator app and type the six digits it shows.' : 'Use your passkey, or type one of your recovery codes.'}
    foot={<details class="fold"><summary><span class="fold-link">I have lost my phone</span></summary>
      <p>Type one of the recovery codes you kept instead of the six digits. Without one, ask your administrator: they and a witness can take the lost phone off your account, and you choose a new one.</p></details>}>
    {!kinds.includes('passkey') ? null : words ? <p><a href="/sign-in" target="_blank" rel="opener">Use your passkey</a> in a new tab, then come back here and carry on.</p> : <PasskeyButton place="prove" next={next}>Use your passkey</PasskeyButton>}
    <form method="post" action="/sign-in/second">
      <Words words={words} />
      <input type="hidden" name="next" value={next} />
      <Line name="code" label="Code" autocomplete="one-time-code" inputMode={kinds.includes('code') ? 'numeric' : 'text'} width={12} />
      <Actions><Button kind="primary">Carry on</Button>{words ? null : <a href="/sign-in">Start again</a>}</Actions>
    </form>
  </Door>
)

/** `action`: where the first code goes. */
export const EnrolPage = ({ frame, offer, action, next, problem, cancel }: { frame: Frame; offer: { uri: string; secret: string }; action: string; next: string; problem?: string | undefined; cancel: { href: string; words: string } }) => (
  <Door frame={frame} title="Set up your authenticator" problem={problem} field="code" lede="From now on you sign in with your password and six digits from your phone. It takes a minute.">
    <ol class="enrol">
      <li><p>Open an authenticator app on your phone. Your council can say which one it uses; any that reads such a square works.</p></li>
      <li><p>Let it read this square.</p><SquareCode text={offer.uri} label="Square code for your authenticator app" />
        <details class="fold"><summary><span class="fold-link">I cannot read the square</span></summary><p>Type this key into the app, as a time-based one: <code class="key">{offer.secret.replace(/(.{4})/g, '$1 ').trim()}</code></p></details></li>
      <li><p>Type the six digits it shows now.</p>
        <form method="post" action={action}>
          <input type="hidden" name="next" value={next} />
          <Line name="code" label="Code" autocomplete="one-time-code" inputMode="numeric" width={12} />
          <Actions><Button kind="primary">Set it up</Button><a href={cancel.href}>{cancel.words}</a></Actions>
        </form></li>
    </ol>
    <PasskeyButton place={action === '/sign-in/enrol' ? 'enrol' : 'add'} next={next}>Use a passkey instead</PasskeyButton>
  </Door>
)

/** Shown once: they are kept as marks only. */
export const CodesPage = ({ frame, codes, next }: { frame: Frame; codes: readonly string[]; next: string }) => (
  <Door frame={frame} title="Keep these recovery codes" lede="For the day your phone is lost. Each is good once, and they are shown only now: print them, or write them down and keep them away from your computer.">
    <ul class="recovery-codes">{codes.map((code) => <li><code>{code}</code></li>)}</ul>
    <Actions><ButtonLink kind="primary" href={next}>I have kept them</ButtonLink></Actions>
  </Door>
)

/** In the tab that was opened over another page. */
export const BackPage = ({ frame }: { frame: Frame }) => (
  <Door frame={frame} title="Done" lede="Close this tab and go back to what you were doing. Your words are still there."><p><a href="/">Go to My work</a></p></Door>
)

/** Signed out here; the browser goes on to the council's provider, which ends its own session. */
export const OutPage = ({ frame, at, clientId, name, back }: { frame: Frame; at: string; clientId: string; name: string; back: string }) => (
  <Door frame={frame} title="You are signed out" lede={`Nothing of yours stays on this device. ${name} is told too, so that nobody signs in here with it after you.`}>
    <form method="get" action={at} data-send-now>
      <input type="hidden" name="client_id" value={clientId} /><input type="hidden" name="post_logout_redirect_uri" value={back} />
      <Actions><Button kind="primary">Sign out of {name}</Button><a href="/sign-in">Sign in here again</a></Actions>
    </form>
  </Door>
)
