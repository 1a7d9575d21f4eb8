import { Type, type Static } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'
import { processings, risks, type Processing } from '../../../../content/privacy/processing.ts'
import { retentionDuties } from '../../../../content/timescales/retention.ts'
import { listed } from '../../../kernel/phrasing.ts'

const Texts = Type.Array(Type.String())
/** What the database says of the council: its settings and counts, nothing about anybody on record. */
export const Configured = Type.Object({
  settings: Type.Record(Type.String(), Type.Unknown()),
  domains: Type.Array(Type.Object({ domain: Type.String(), teams: Type.Number() })),
  roles: Type.Array(Type.Object({ role: Type.String(), accounts: Type.Number() })),
  recipients: Type.Array(Type.Object({ name: Type.String(), shares: Type.Number(), purposes: Texts, bases: Texts })),
  markings: Type.Union([Type.Null(), Type.Record(Type.String(), Type.Number())]),
})
export type Configured = Static<typeof Configured>
export const isConfigured = (found: unknown): found is Configured => Value.Check(Configured, found)

export const said = (value: unknown): string => (typeof value === 'string' && value.trim() !== '' ? value : 'not set')
const bullets = (lines: readonly string[]): string[] => (lines.length === 0 ? ['- none'] : lines.map((line) => `- ${line}`))
const yearsOf = (duty: (typeof retentionDuties)[number]): string => ('within' in duty && duty.within && 'years' in duty.within ? ` for ${duty.within.years} years` : '')

export function retention(processing: Processing, settings: Configured['settings']): string[] {
  if (processing.retention.length === 0) return [`- ${said(settings[`retention.${processing.domain}`])}`]
  return processing.retention.flatMap((id) => retentionDuties.filter((duty) => duty.id === id)).map((duty) => {
    return `- ${duty.duty}${yearsOf(duty)} (${duty.source.title}${duty.verified ? '' : '; to be confirmed'}). The council’s own rule: ${said(settings[`retention.${duty.id}`])}.`
  })
}

/** A part of the record is in use where a team works in it, and always accounts and audit. */
export const inUse = (processing: Processing, { domains }: Configured): boolean => processing.domain === 'staff' || domains.some((one) => one.domain === processing.domain && one.teams > 0)

function activity(processing: Processing, configured: Configured): string[] {
  const teams = configured.domains.find((one) => one.domain === processing.domain)?.teams ?? 0
  return [
    `### ${processing.name}`, '',
    processing.domain === 'staff' ? 'In use.' : inUse(processing, configured) ? `In use: ${teams} ${teams === 1 ? 'team' : 'teams'}.` : 'Not in use: no team works in this part.', '',
    '**Purposes**', '', ...bullets(processing.purposes), '',
    '**Whose data**', '', ...bullets(processing.whose), '',
    '**Categories of data**', '', ...bullets(processing.categories), '',
    `**Lawful basis**: ${processing.basis}.`, '',
    `**Special categories**: ${processing.specialBasis}.`, '',
    '**Duties and powers**', '', ...bullets(processing.duties), '',
    '**Recipients**', '', ...bullets(processing.recipients), '',
    '**Kept**', '', ...retention(processing, configured.settings), '',
  ]
}

const shares = ({ recipients }: Configured): string[] => bullets(recipients.map((one) => (one.shares === 0 ? `${one.name}: nothing is shared now`
  : `${one.name}: ${one.shares} ${one.shares === 1 ? 'share' : 'shares'} now. Purposes: ${listed(one.purposes)}. Lawful basis: ${listed(one.bases)}.`)))

/** The register of processing of this council, as Markdown (UK GDPR, article 30). */
export const registerOfProcessing = (configured: Configured, day: string): string[] => [
  `# Register of processing: ${said(configured.settings['council.name'])}`, '',
  `Printed by Kith on ${day} from the council’s configuration. A draft: the law is cited from knowledge, and the data protection officer confirms each line.`, '',
  `- Controller: ${said(configured.settings['council.name'])}`,
  `- Data protection officer: ${said(configured.settings['privacy.officer'])}`,
  `- Address for requests: ${said(configured.settings['privacy.contact'])}`,
  `- Transfers outside the United Kingdom: ${said(configured.settings['privacy.transfers'])}`, '',
  '## What is processed, and why', '',
  ...processings.flatMap((processing) => activity(processing, configured)),
  '## Agencies to which records are shared', '', ...shares(configured), '',
  '## Who has access', '', ...bullets(configured.roles.map((one) => `${one.role}: ${one.accounts} ${one.accounts === 1 ? 'account' : 'accounts'}`)), '',
  '## Security', '',
  ...bullets([`Second factor: ${said(configured.settings['identity.secondFactor'])}`, ...new Set(risks.flatMap((risk) => risk.measures))]), '',
]

/** The draft of an impact assessment, as Markdown (UK GDPR, article 35). */
export const draftImpactAssessment = (configured: Configured, day: string): string[] => [
  `# Data protection impact assessment (draft): ${said(configured.settings['council.name'])}`, '',
  `Printed by Kith on ${day}. What Kith knows is filled in; what people have to judge is left open as “to be answered”.`, '',
  '## Why one is needed', '', 'Special categories of data about children and others at risk are processed on a large scale.', '',
  '## What is processed', '', ...bullets(processings.filter((one) => inUse(one, configured)).map((one) => `${one.name}: ${one.purposes.map((purpose) => purpose.toLowerCase()).join('; ')}`)), '',
  `Records kept to named staff: ${configured.markings?.['restricted'] ?? 0} restricted. Sealed records are not counted here.`, '',
  '## Who was asked', '', 'To be answered: families, children, workers, unions, partners.', '',
  '## Whether it is necessary and proportionate', '', 'To be answered, beside the lawful basis of each activity in the register of processing.', '',
  '## Risks', '',
  ...risks.flatMap(({ risk, how, measures, left }) => [`### ${risk}`, '', `How: ${how}.`, '', '**What Kith does**', '', ...bullets(measures), '', `**What is left to the council**: ${left}`, '', '**Likelihood and severity that remain**: to be answered.', '']),
  '## Outcome', '', ...bullets(['Data protection officer’s advice: to be answered', 'Decision and date: to be answered', 'To be looked at again on: to be answered']), '',
]
