/** The label of a code, or the code itself where the list does not have it: what was once chosen stays readable. */
export const labelOf = (list: Readonly<{ codes: readonly Readonly<{ code: string; label: string }>[] }>, code: string): string =>
  list.codes.find((one) => one.code === code)?.label ?? code

/** Our code for the code of a return. */
export const codeOfReturn = (list: Readonly<{ codes: readonly Readonly<{ code: string; returnCode?: string }>[] }>, returnCode: string): string | undefined =>
  list.codes.find((one) => one.returnCode === returnCode)?.code

/** The code of the return for our code. */
export const returnCodeOf = (list: Readonly<{ codes: readonly Readonly<{ code: string; returnCode?: string }>[] }>, code: string): string | undefined =>
  list.codes.find((one) => one.code === code)?.returnCode
