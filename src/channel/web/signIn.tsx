import type { FastifyInstance } from 'fastify'
import { htmlOf } from '../../platform/page/document.ts'
import { ErrorSummary } from '../../platform/page/error-summary.tsx'
import { Actions, Button } from '../../platform/page/button.tsx'
import { Line } from '../../platform/page/fields/text.tsx'
import { SignInFrame } from '../../platform/page/sign-in.tsx'
import { Page } from '../../platform/page/layout.tsx'
import type { Frame } from '../../record/access/page.ts'
import { signIn, signOut } from '../../record/access/signIn.ts'
import { sessionCookie, wantsJson, type Web } from './server.ts'

type Typed = Readonly<{ email?: string; next?: string; problem?: string | undefined; out?: boolean }>

const cookieSettings = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const
const textOf = (body: unknown, name: string): string => {
  if (typeof body !== 'object' || body === null || !(name in body)) return ''
  const value: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return typeof value === 'string' ? value : ''
}
/** Only a path of our own: never another site. */
const safeNext = (next: string): string => (/^\/(?!\/)[\w\-/.]*$/.test(next) ? next : '/')

const SignInPage = ({ frame, typed }: { frame: Frame; typed: Typed }) => (
  <Page {...frame} title="Sign in" frame="narrow" problemCount={typed.problem ? 1 : 0}>
    <SignInFrame councilName={frame.council.name} title="Sign in" lede={typed.out ? 'You are signed out. Nothing of yours stays on this device.' : undefined} {...(frame.council.productName ? { productName: frame.council.productName } : {})}>
      {typed.problem ? <ErrorSummary problems={[{ field: 'email', words: typed.problem }]} /> : null}
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={typed.next ?? '/'} />
        <Line name="email" type="email" label="E-mail address" autocomplete="username" value={typed.email ?? ''} />
        <Line name="password" type="password" label="Password" autocomplete="current-password" />
        <Actions><Button kind="primary">Sign in</Button></Actions>
      </form>
    </SignInFrame>
  </Page>
)

/** Signing in and out. `again`: over the page that asked, for the same person only; what was typed stays. */
export function openSignIn(server: FastifyInstance, web: Web): void {
  const show = async (typed: Typed) => htmlOf(SignInPage({ frame: await web.frame(), typed }))
  server.get<{ Querystring: { next?: string; out?: string } }>('/sign-in', async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(await show({ next: safeNext(request.query.next ?? '/'), out: request.query.out !== undefined })))

  server.post('/sign-in', async (request, reply) => {
    const email = textOf(request.body, 'email').trim()
    const next = safeNext(textOf(request.body, 'next'))
    const expected = textOf(request.body, 'expected')
    const another = expected !== '' && expected.toLowerCase() !== email.toLowerCase()
    const entered = another ? undefined : await signIn(web.pool, web.clock, email, textOf(request.body, 'password'), request.headers['user-agent'] ?? null)
    if (!entered) {
      const problem = expected
        ? 'That did not match. Only the person who was writing can carry on here.'
        : 'That e-mail address and password do not go together. Check both and try again.'
      if (wantsJson(request)) return reply.code(422).send({ title: problem, status: 422 })
      return reply.code(422).type('text/html; charset=utf-8').send(await show({ email, next, problem }))
    }
    reply.setCookie(sessionCookie, entered.token, cookieSettings)
    if (wantsJson(request)) return reply.send({ signedIn: true })
    return reply.redirect(next, 303)
  })

  server.post('/sign-out', async (request, reply) => {
    const token = request.cookies[sessionCookie]
    if (token) await signOut(web.pool, token)
    reply.clearCookie(sessionCookie, cookieSettings)
    reply.header('clear-site-data', '"storage"')
    return reply.redirect('/sign-in?out=1', 303)
  })
}
