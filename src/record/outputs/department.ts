import { notAllowed } from '../../kernel/errors.ts'
import { requireFresh } from '../access/fresh.ts'
import { outOfTheGate, type Leaving } from '../access/leaving.ts'
import type { Asking } from '../access/model.ts'
import { may } from '../access/permissions.ts'

const types: Readonly<Record<string, string>> = { xml: 'application/xml; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

/**
 * A file of a statutory return leaves: whole, addresses and all, because the law asks for them (Children Act 1989, section 83). For the return's own role alone, who shows
 * again who they are; the audit holds everybody in it (access policy, rules 16 and 24).
 */
export function fileForDepartment(asking: Asking, people: readonly string[], file: Readonly<{ name: string; text: string; bytes?: Uint8Array }>): Leaving {
  if (!may(asking.actor, 'return.make')) throw notAllowed('A return is taken by the returns officer.')
  requireFresh(asking.actor)
  asking.saw(people)
  return outOfTheGate({ bytes: file.bytes ?? new TextEncoder().encode(file.text), type: types[file.name.slice(file.name.lastIndexOf('.') + 1)] ?? 'text/csv; charset=utf-8', name: file.name })
}
