import { processings } from '../../../../content/privacy/processing.ts'
import { rightsOfNotice } from '../../../../content/privacy/notice.ts'
import { inUse, retention, said, type Configured } from './processing.ts'

const bullets = (lines: readonly string[]): string[] => lines.map((line) => `- ${line}`)

/**
 * The draft of a privacy notice for families and the people the council works with, as Markdown: of each part that is in use, what it says to them by law (UK GDPR, articles 13
 * and 14), from the same configuration as the register of processing. What is not set is called not set.
 */
export const draftPrivacyNotice = (configured: Configured, day: string): string[] => {
  const { settings } = configured
  const parts = processings.filter((one) => one.domain !== 'staff' && inUse(one, configured))
  return [
    `# How we use what we know about you (draft): ${said(settings['council.name'])}`, '',
    `Printed by Kith on ${day} from the council’s configuration. A draft in plain words: the data protection officer completes it, and families are asked whether they understand it.`, '',
    '## Who we are', '',
    `We are ${said(settings['council.name'])}. We decide how what is written about you is used. Our data protection officer: ${said(settings['privacy.officer'])}. Write to us about this: ${said(settings['privacy.contact'])}.`, '',
    ...(parts.length === 0 ? ['No team works in any part of the record yet: nothing is processed.', ''] : []),
    ...parts.flatMap((part) => [
      `## ${part.name}`, '',
      '**Why we keep a record**', '', ...bullets(part.purposes), '',
      '**About whom**', '', ...bullets(part.whose), '',
      '**What we write down**', '', ...bullets(part.categories), '',
      '**The law that lets us**', '', ...bullets([...part.duties, part.basis, part.specialBasis]), '',
      '**Whom we may tell**', '', ...bullets(part.recipients), '',
      '**How long we keep it**', '', ...retention(part, settings), '',
    ]),
    '## Agencies we share records with now', '', ...bullets(configured.recipients.filter((one) => one.shares > 0).map((one) => `${one.name}: ${one.purposes.join('; ')}`).toSorted().concat(configured.recipients.some((one) => one.shares > 0) ? [] : ['none'])), '',
    `Sent outside the United Kingdom: ${said(settings['privacy.transfers'])}.`, '',
    '## Where we learn it', '', 'From you, from your family, and from people who work with you or are worried about you: schools, health services, the police, other councils.', '',
    '## Who decides', '', 'People decide. No computer decides about you: ours may remind and compare, and somebody looks at each.', '',
    '## Your rights', '', ...bullets(rightsOfNotice), '',
  ]
}
