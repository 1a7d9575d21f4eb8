import type { CensusElement } from './model.ts'

/** A census of invented children, for the tests. */
export const census = ({ year = '2022', children, after = '' }: { year?: string; children: readonly string[]; after?: string }): string => `<Message>
  <Header>
    <CollectionDetails><Collection>CIN</Collection><Year>${year}</Year><ReferenceDate>2022-03-31</ReferenceDate></CollectionDetails>
    <Source><SourceLevel>L</SourceLevel><LEA>975</LEA><SoftwareCode>Test</SoftwareCode><Release>1</Release><SerialNo>001</SerialNo><DateTime>2022-06-01T10:00:00</DateTime></Source>
  </Header>
  <Children>${children.join('\n')}</Children>${after}
</Message>
`

/** A child with one referral; `identifiers` and `details` replace what stands there by default. */
export const child = ({ localId, identifiers, details, characteristics }: { localId: string; identifiers?: string; details?: string; characteristics?: string }): string => `<Child>
  <ChildIdentifiers><LAchildID>${localId}</LAchildID>${identifiers ?? '<PersonBirthDate>2015-03-27</PersonBirthDate><GenderCurrent>1</GenderCurrent>'}</ChildIdentifiers>
  <ChildCharacteristics>${characteristics ?? '<Ethnicity>WBRI</Ethnicity>'}</ChildCharacteristics>
  ${details ?? `<CINdetails>${referral}</CINdetails>`}
</Child>`

export const referral = '<CINreferralDate>2021-10-06</CINreferralDate><ReferralSource>1A</ReferralSource><PrimaryNeedCode>N4</PrimaryNeedCode><ReferralNFA>0</ReferralNFA>'

/** The words of the first element of that name. */
export function wholeText(element: CensusElement, name: string): string | undefined {
  if (element.name === name) return element.text
  for (const inner of element.within) {
    const found = wholeText(inner, name)
    if (found !== undefined) return found
  }
  return undefined
}
