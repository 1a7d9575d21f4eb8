/** A number with what it counts: `1 line`, `1,200 people on record`. */
export const counted = (count: number, one: string, several = `${one}s`): string => `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`
