/**
 * Everything that an e-mail, a text message, a push or an entry in a calendar may say (access policy, rule 22): whole sentences with nothing to fill in, so that
 * no name, address or reason can stand in one. What it is about is read after signing in.
 */
export const messages = {
  newWork: { subject: 'New work in Kith', text: 'Something new waits for you in Kith. Sign in to read it.' },
  decisionWaits: { subject: 'A decision waits in Kith', text: 'Something waits for your decision in Kith. Sign in to read it.' },
  decided: { subject: 'A decision in Kith', text: 'Something you asked for has been decided in Kith. Sign in to read it.' },
  meeting: { subject: 'A meeting', text: 'A meeting is arranged. Sign in to Kith to read about it.' },
  dueSoon: { subject: 'Something is due', text: 'Something is due soon in Kith. Sign in to read it.' },
  alert: { subject: 'An alert in Kith', text: 'Something in Kith asks for your attention. Sign in to read it.' },
} as const satisfies Readonly<Record<string, Readonly<{ subject: string; text: string }>>>
export type MessageKind = keyof typeof messages
