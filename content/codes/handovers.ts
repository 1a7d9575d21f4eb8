import type { CodeList } from './codeList.ts'

/** Why children go from one team to another. */
export const handoverReasons: CodeList = {
  id: 'handoverReasons', title: 'Why children go to another team',
  codes: [
    { code: 'assessed', label: 'The assessment is done: longer work begins' },
    { code: 'lookedAfter', label: 'In our care now' },
    { code: 'leavingCare', label: 'Leaving care' },
    { code: 'permanence', label: 'Adoption or another permanent family' },
    { code: 'disability', label: 'Disability, where the other team knows more' },
    { code: 'moved', label: 'The family has moved to another part of the area' },
    { code: 'teamChanged', label: 'Teams or their work have changed' },
    { code: 'other', label: 'Something else' },
  ],
}
