/** The parts of a bundle for a family court, in their order (Family Procedure Rules 2010, practice direction 27A, paragraph 4.2; the letters are usual practice, from memory). */
export const bundleSections = [
  { letter: 'A', name: 'Preliminary documents' },
  { letter: 'B', name: 'Applications and orders' },
  { letter: 'C', name: 'Statements' },
  { letter: 'D', name: 'Care plans' },
  { letter: 'E', name: 'Reports and minutes' },
  { letter: 'F', name: 'Other papers' },
] as const
export type BundleLetter = (typeof bundleSections)[number]['letter']
/** More sides than this need the court’s leave (practice direction 27A, paragraph 5.1). */
export const mostSides = 350
