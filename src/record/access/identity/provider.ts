import { createRemoteJWKSet, jwtVerify } from 'jose'
import { readFileSync } from 'node:fs'
import * as oidc from 'openid-client'
import { StartFault } from '../../../platform/start/fault.ts'
import { roles, type Role } from '../model.ts'

/** The council's own sign-in, as `docs/operations.md` says to set it up. */
export type ProviderSettings = Readonly<{
  issuer: URL
  clientId: string
  clientSecret: string | undefined
  /** What people call it: `Ardenvale account`. */
  name: string
  scope: string
  /** The claim that stays the same for a person for ever. */
  subject: string
  /** A first sign-in finds the account with the same address, when the provider vouches for the address. */
  matchByEmail: boolean
  /** Values of `acr` or `amr` that mean a second factor. */
  strong: readonly string[]
  acr: string | undefined
  groupsClaim: string
  /** What a group of the provider is here; empty: roles are given by administrators only. */
  groups: Readonly<Record<string, readonly Readonly<{ role: Role; team: string | null }>[]>>
}>

/** The provider does not answer, or says something we cannot take: the page says what to do instead. */
export class ProviderAway extends Error {}

export type Told = Readonly<{ issuer: string; subject: string; email: string | undefined; name: string | undefined; jobTitle: string | undefined; strong: boolean; groups: readonly string[]; sid: string | null }>
export type Start = Readonly<{ state: string; nonce: string; verifier: string }>

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (text: string | undefined): string[] => (text ?? '').split(/[\s,]+/).filter(Boolean)
const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [])

/** The file that `KITH_OIDC_GROUPS_FILE` names: `{ "group": [{ "role": "worker", "team": "Family Support 2" }] }`. @throws StartFault */
function groupsFrom(text: string): ProviderSettings['groups'] {
  const wrong = new StartFault('KITH_OIDC_GROUPS_FILE does not hold what it should: { "group": [{ "role": "worker", "team": "Family Support 2" }] }, with roles of Kith and names of teams.')
  let tree: unknown
  try {
    tree = JSON.parse(text)
  } catch {
    throw wrong
  }
  if (!isTree(tree)) throw wrong
  return Object.fromEntries(Object.entries(tree).map(([group, given]) => {
    if (!Array.isArray(given)) throw wrong
    return [group, given.map((one: unknown) => {
      const role = isTree(one) ? roles.find((each) => each === one['role']) : undefined
      const team = isTree(one) ? one['team'] : undefined
      if (!role || (team !== undefined && team !== null && typeof team !== 'string')) throw wrong
      return { role, team: typeof team === 'string' ? team : null }
    })]
  }))
}

/** From the environment; undefined where no provider is named. @throws StartFault */
export function providerSettings(env: Readonly<Record<string, string | undefined>>): ProviderSettings | undefined {
  const issuer = env['KITH_OIDC_ISSUER']
  const clientId = env['KITH_OIDC_CLIENT_ID']
  if (!issuer) return undefined
  if (!URL.canParse(issuer) || !clientId) throw new StartFault('KITH_OIDC_ISSUER is the address of the council’s sign-in, and goes with KITH_OIDC_CLIENT_ID. Correct them, or leave both out.')
  const file = env['KITH_OIDC_GROUPS_FILE']
  return {
    issuer: new URL(issuer), clientId, clientSecret: env['KITH_OIDC_CLIENT_SECRET'], name: env['KITH_OIDC_NAME'] ?? 'Council account', scope: env['KITH_OIDC_SCOPE'] ?? 'openid profile email',
    subject: env['KITH_OIDC_SUBJECT'] ?? 'sub', matchByEmail: env['KITH_OIDC_MATCH'] === 'email', strong: listOf(env['KITH_OIDC_STRONG'] ?? 'mfa'), acr: env['KITH_OIDC_ACR'], groupsClaim: env['KITH_OIDC_GROUPS_CLAIM'] ?? 'groups',
    groups: file ? groupsFrom(readFileSync(file, 'utf8')) : {},
  }
}

/** What went wrong, as one word of the library's or the system's own: nothing of what was said about anybody. */
const wordFor = (fault: unknown): string => (fault instanceof Error ? ('code' in fault ? String(fault.code) : fault.name) : 'unknown')
const logoutEvent = 'http://schemas.openid.net/event/backchannel-logout'
const ours = new Set(['localhost', '127.0.0.1', '[::1]'])

/** The way to the provider: what it can do is asked at the first need and kept. */
export function openProvider(settings: ProviderSettings) {
  let known: Promise<oidc.Configuration> | undefined
  const configuration = (): Promise<oidc.Configuration> => {
    known ??= oidc.discovery(settings.issuer, settings.clientId, settings.clientSecret, settings.clientSecret ? oidc.ClientSecretBasic(settings.clientSecret) : oidc.None(), {
      timeout: 8, execute: ours.has(settings.issuer.hostname) ? [oidc.allowInsecureRequests] : [],
    })
    // Not reached now is asked again the next time.
    known.catch(() => { known = undefined })
    return known
  }
  const reached = async <Answer>(ask: (config: oidc.Configuration) => Promise<Answer>): Promise<Answer> => {
    try {
      return await ask(await configuration())
    } catch (fault) {
      throw fault instanceof ProviderAway ? fault : new ProviderAway(wordFor(fault))
    }
  }
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined

  return {
    settings,
    /** Where the browser goes. `again`: the person shows again who they are, whether they are still signed in there or not. */
    begin: (redirect: string, again: boolean): Promise<{ to: string; start: Start }> => reached(async (config) => {
      const start = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
      const to = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirect, scope: settings.scope, state: start.state, nonce: start.nonce, code_challenge: await oidc.calculatePKCECodeChallenge(start.verifier), code_challenge_method: 'S256',
        ...(settings.acr ? { acr_values: settings.acr } : {}), ...(again ? { prompt: 'login', max_age: '300' } : {}),
      })
      return { to: to.href, start }
    }),
    /** What the provider says of whoever came back: checked signature, issuer, audience, nonce and state. @throws ProviderAway */
    finish: (came: URL, start: Start, again: boolean): Promise<Told> => reached(async (config) => {
      const tokens = await oidc.authorizationCodeGrant(config, came, { pkceCodeVerifier: start.verifier, expectedState: start.state, expectedNonce: start.nonce, idTokenExpected: true, ...(again ? { maxAge: 300 } : {}) })
      const claims = tokens.claims()
      const subject = claims?.[settings.subject]
      if (!claims || typeof subject !== 'string' || subject === '') throw new ProviderAway()
      const said = (claim: string): string | undefined => { const value = claims[claim]; return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined }
      return {
        issuer: claims.iss, subject, email: claims['email_verified'] === true ? said('email') : undefined, name: said('name'), jobTitle: said('job_title') ?? said('jobTitle'),
        strong: [...textsIn(claims['acr']), ...textsIn(claims['amr'])].some((value) => settings.strong.includes(value)), groups: textsIn(claims[settings.groupsClaim]), sid: said('sid') ?? null,
      }
    }),
    /** Where the provider is told that somebody signs out, when it has such a place. */
    endPoint: (): Promise<string | undefined> => reached(async (config) => config.serverMetadata().end_session_endpoint),
    /** What the provider's word of an ended session is about (OpenID Connect Back-Channel Logout 1.0, 2.6). @throws ProviderAway */
    ended: (token: string): Promise<{ issuer: string; sid: string | null; subject: string | null }> => reached(async (config) => {
      const { issuer, jwks_uri: from } = config.serverMetadata()
      keys ??= createRemoteJWKSet(new URL(from ?? ''))
      const { payload } = await jwtVerify(token, keys, { issuer, audience: settings.clientId, maxTokenAge: '10 minutes', clockTolerance: 30 })
      const events = payload['events']
      if (!isTree(events) || !isTree(events[logoutEvent]) || payload['nonce'] !== undefined) throw new ProviderAway()
      const [sid, subject] = [payload['sid'], payload.sub]
      if (typeof sid !== 'string' && typeof subject !== 'string') throw new ProviderAway()
      return { issuer, sid: typeof sid === 'string' ? sid : null, subject: subject ?? null }
    }),
  }
}
export type Provider = ReturnType<typeof openProvider>
