import { ButtonLink } from '../../platform/page/button.tsx'
import { Page, PageHead } from '../../platform/page/layout.tsx'
import type { Frame } from '../../record/access/page.ts'

const titles: Readonly<Record<number, string>> = { 403: 'This is not open to you', 404: 'Not here', 409: 'Somebody else changed this', 429: 'Wait a moment', 500: 'Something of ours broke', 503: 'Not just now' }

/** The page for the five errors of the house: what happened, then what to do. */
export const ProblemPage = ({ frame, status, sentence }: { frame: Frame; status: number; sentence: string }) => (
  <Page {...frame} title={titles[status] ?? 'That did not work'} frame="narrow">
    <PageHead title={titles[status] ?? 'That did not work'} lede={sentence} />
    <p data-not-taken><ButtonLink href="/">Go to My work</ButtonLink></p>
  </Page>
)
