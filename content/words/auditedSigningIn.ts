/** What signing in and second factors did, as the privacy officer reads it. */
export const auditedSigningIn: Readonly<Record<string, Readonly<{ words: string; opens?: true }>>> = {
  signIn: { words: 'Signed in' },
  'signIn.secondFactor': { words: 'Gave a wrong second factor' },
  'account.councilSignInLinked': { words: 'Signed in by the council’s provider for the first time' },
  'signOut.byProvider': { words: 'Was signed out by the council’s provider' },
  signOut: { words: 'Signed out' },
  'account.prove': { words: 'Was asked again who they are' },
  'account.proved': { words: 'Showed again who they are' },
  'account.addFactor': { words: 'Began a second factor' },
  'account.confirmFactor': { words: 'Confirmed a second factor' },
  'account.factorAdded': { words: 'Added a second factor' },
  'account.newRecoveryCodes': { words: 'Asked for recovery codes' },
  'account.recoveryCodes': { words: 'Was given recovery codes' },
}
