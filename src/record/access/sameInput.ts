import { createHash } from 'node:crypto'

const isTree = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const inOrder = (key: string, value: unknown): unknown => {
  if (key === 'password') return undefined
  return isTree(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value
}

/**
 * By what an input is known again (SHA-256, hex): the same values, in whatever order they are named. A password is left out, so that nothing is kept by
 * which one could be guessed.
 */
export const markOf = (input: unknown): string => createHash('sha256').update(JSON.stringify(input, inOrder)).digest('hex')
