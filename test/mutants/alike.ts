/**
 * Mistakes that change nothing anybody could see: no world and no question tells the rule with them from the rule without. They are named one by one, with why, and are not counted.
 * The text is the mutant's, with what was changed between « and ».
 */
export const alike: readonly Readonly<{ of: string; was: string; is: string; why: string }>[] = []
