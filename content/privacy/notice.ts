/** What people may ask of the council about their data (UK GDPR, chapter III), in plain words. Written from knowledge of the law: the data protection officer confirms each line. */
export const rightsOfNotice: readonly string[] = [
  'You may ask to see what we hold about you. We answer within a month. We take out what is about others or would put somebody at risk.',
  'You may ask us to put right what is wrong. What was written stays to be seen, with the correction beside it.',
  'You may object to how we use it, or ask us to use less of it. We look at each request and tell you why.',
  'You may ask who looked at your record, and whom it was shared with.',
  'Where you agreed to something, as sharing with an early help agency, you may take that back.',
  'If you are not content with our answer, complain to the Information Commissioner’s Office.',
]
