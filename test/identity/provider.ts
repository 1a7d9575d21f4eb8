import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import type { ProviderSettings } from '../../src/record/access/identity/provider.ts'

/** Somebody whom the provider knows. */
export type Known = { sub: string; email?: string; email_verified?: boolean; name?: string; groups?: string[]; amr?: string[] }

/**
 * A real OpenID provider (oidc-provider) on a port of its own. Whoever `who.is` names signs in there without typing anything; `who.asked` counts how often
 * somebody was asked. `to`: where Kith may be returned to, known when it listens.
 */
export async function openProviderForTest() {
  const who: { is: Known; asked: number; params: Record<string, unknown>[] } = { is: { sub: 'nobody' }, asked: 0, params: [] }
  const known = new Map<string, Known>()
  const http = createServer()
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  const at = http.address()
  const issuer = `http://localhost:${typeof at === 'object' ? at?.port : ''}`
  const serve = (kith: string) => {
    const provider = new Provider(issuer, {
      clients: [{ client_id: 'kith', client_secret: 'a secret of the test', redirect_uris: [`${kith}/sign-in/council/back`], post_logout_redirect_uris: [`${kith}/sign-in`], backchannel_logout_uri: `${kith}/sign-in/council/ended`, backchannel_logout_session_required: true, id_token_signed_response_alg: 'RS256' }],
      claims: { openid: ['sub', 'sid', 'auth_time', 'amr', 'acr'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
      conformIdTokenClaims: false,
      // The provider guards itself against addresses of its own machine, where Kith stands in this test.
      fetch: (address: string, { dispatcher: _guard, ...more }: RequestInit & { dispatcher?: unknown }) => fetch(address, more),
      pkce: { required: () => true },
      features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true }, rpInitiatedLogout: { enabled: true } },
      interactions: { url: (_context: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
      findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ ...known.get(id) }) }),
      cookies: { keys: ['only for the test'] },
      ttl: { Session: 3600, Grant: 3600, Interaction: 600, AccessToken: 600, IdToken: 600 },
    })
    const answer = provider.callback()
    http.on('request', (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return answer(request, response)
      void (async () => {
        const { prompt, params, session } = await provider.interactionDetails(request, response)
        if (prompt.name === 'login') {
          who.asked += 1
          who.params.push(params)
          known.set(who.is.sub, who.is)
          return provider.interactionFinished(request, response, { login: { accountId: who.is.sub, amr: who.is.amr ?? ['pwd'] } }, { mergeWithLastSubmission: false })
        }
        const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params['client_id']) })
        grant.addOIDCScope('openid email profile')
        return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true })
      })()
    })
  }
  const settings: ProviderSettings = {
    issuer: new URL(issuer), clientId: 'kith', clientSecret: 'a secret of the test', name: 'Ardenvale account', scope: 'openid profile email', subject: 'sub', matchByEmail: true, strong: ['mfa'], acr: undefined, groupsClaim: 'groups',
    groups: { 'fs2-workers': [{ role: 'worker', team: 'Family Support 2' }], 'fs1-workers': [{ role: 'worker', team: 'Family Support 1' }] },
  }
  return { who, serve, settings, issuer, close: () => new Promise<void>((done) => { http.closeAllConnections(); http.close(() => done()) }) }
}
