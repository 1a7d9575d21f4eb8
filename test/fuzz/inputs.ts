import { newId } from '../../src/kernel/ids.ts'
import { isTree } from './answers.ts'

/** A number from 0 to under 1, the same row for the same seed. */
export type Chance = () => number
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let x = Math.imul(state ^ (state >>> 15), state | 1)
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61)
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32
  }
}
export const pick = <T>(chance: Chance, of: readonly T[]): T | undefined => of[Math.floor(chance() * of.length)]

/** Ids that there are, by what they are of: `people.person`, `work.item`. */
export type Known = ReadonlyMap<string, readonly string[]>

const tablesFor: readonly [RegExp, readonly string[]][] = [
  [/actor|worker|account|decidedBy|askedOf/i, ['access.actor']],
  [/team/i, ['access.team']],
  [/person|other|child|survivor|part|about|people|mother|father|sibling/i, ['people.person']],
  [/contact/i, ['contacts.contact']],
  [/work|item|task/i, ['work.item']],
  [/assessment/i, ['assessments.assessment']],
  [/form/i, ['answers.form']],
  [/note/i, ['notes.note']],
  [/order|status/i, ['people.legal_status']],
  [/household/i, ['people.address']],
]
const areas: Readonly<Record<string, readonly string[]>> = {
  people: ['people.person', 'people.name', 'people.relationship', 'people.fact', 'people.address', 'people.warning'], contacts: ['contacts.contact', 'contacts.referral'], assessments: ['assessments.assessment', 'answers.form'],
  notes: ['notes.note', 'people.person'], work: ['work.item', 'work.question'], staff: ['access.actor', 'access.team', 'access.membership'], access: ['people.person', 'access.actor'], exchange: ['exchange.import'],
  chronology: ['people.person', 'chronology.event'], background: ['jobs.job'], legal: ['people.person', 'people.legal_status'],
}

/** An id that fits the field's name mostly, else any that there is, or one of nothing. */
function idFor(chance: Chance, known: Known, name: string, area: string): string {
  if (chance() < 0.15) return newId()
  const named = tablesFor.find(([words]) => words.test(name))?.[1] ?? areas[area] ?? []
  const tables = chance() < 0.85 && named.length > 0 ? named : [...known.keys()]
  return pick(chance, known.get(pick(chance, tables) ?? '') ?? []) ?? newId()
}

const goodDays = ['2026-11-17', '2026-11-18', '2024-02-29', '2012-03-09', '2030-01-01']
const days = ['2026-02-31', '2026-13-01', '0001-01-01', '9999-12-31', '0000-00-00']
const moments = ['2026-11-18T09:00:00.000Z', '2026-11-17T16:30:00.000Z', '2026-11-18T25:00:00.000Z', '2026-02-31T09:00:00.000Z', '+275760-09-13T00:00:00.000Z', '2026-11-18']
const texts = ['Kelly', 'Spoke with the school today.', 'dog', 'school', 'yes', '07700 900123', 'ZV1 4QT', 'a@b.example', '2026-11-18', '9', 'O’Brien-Żółć', '‮אבג', '👨‍👩‍👧‍👦', "'; drop table people.person; --", '<script>alert(1)</script>', '=HYPERLINK("x")', '%_\\', '{{7*7}}', '../../etc/passwd']

/** A value as the schema asks for it, of things that mostly are there. */
export function fitting(chance: Chance, schema: unknown, known: Known, name: string, area: string): unknown {
  if (!isTree(schema)) return 'text'
  const again = (under: unknown, called = name) => fitting(chance, under, known, called, area)
  if ('const' in schema) return schema['const']
  if (Array.isArray(schema['enum'])) return pick(chance, schema['enum'])
  const choices = schema['anyOf'] ?? schema['oneOf']
  if (Array.isArray(choices)) return again(pick(chance, choices))
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...schema['allOf'].map((one) => again(one)))
  if (schema['type'] === 'object') {
    const required = Array.isArray(schema['required']) ? schema['required'] : []
    const fields = isTree(schema['properties']) ? Object.entries(schema['properties']).filter(([field]) => required.includes(field) || chance() < 0.5) : []
    const free = isTree(schema['patternProperties']) ? Object.values(schema['patternProperties'])[0] : undefined
    const open = free === undefined ? [] : [[pick(chance, ['analysis', 'words', 'all', idFor(chance, known, name, area)]) ?? 'a', again(free)] as const]
    return Object.fromEntries([...fields.map(([field, under]) => [field, again(under, field === 'id' ? 'id' : field)] as const), ...open])
  }
  if (schema['type'] === 'array') {
    const least = typeof schema['minItems'] === 'number' ? schema['minItems'] : 0
    return Array.from({ length: Math.max(least, Math.floor(chance() * 3)) }, () => again(schema['items']))
  }
  if (schema['type'] === 'boolean') return chance() < 0.5
  if (schema['type'] === 'null') return null
  if (schema['type'] === 'integer' || schema['type'] === 'number') {
    const [least, highest] = [typeof schema['minimum'] === 'number' ? schema['minimum'] : -5, typeof schema['maximum'] === 'number' ? schema['maximum'] : 2 ** 31 + 5]
    const value = pick(chance, [least, least + 1, highest, least + chance() * Math.min(20, highest - least)]) ?? least
    return schema['type'] === 'integer' ? Math.round(value) : value
  }
  if (schema['type'] === 'string') return textFor(chance, schema, known, name, area)
  return pick(chance, ['text', 1, null, ['a'], { a: 1 }])
}

function textFor(chance: Chance, schema: Readonly<Record<string, unknown>>, known: Known, name: string, area: string): string {
  const [pattern, described] = [String(schema['pattern'] ?? ''), String(schema['description'] ?? '')]
  if (described === 'A UUID' || pattern.startsWith('^[0-9a-f]{8}')) return idFor(chance, known, name, area)
  if (pattern.includes('\\d{4}-\\d{2}-\\d{2}') && !pattern.includes('T')) return pick(chance, chance() < 0.8 ? goodDays : days) ?? ''
  if (described.includes('moment') || name.endsWith('At') || pattern.includes('T')) return pick(chance, moments) ?? ''
  const text = pick(chance, texts) ?? ''
  const longest = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : 400
  return (chance() < 0.05 ? 'é'.repeat(Math.min(longest, 30_000)) : text).slice(0, longest)
}

const strange: readonly unknown[] = [null, true, 0, -1, 1.5, 1e308, 2 ** 53, -(2 ** 31) - 1, 2 ** 31, '', ' ', 'x'.repeat(100_000), 'a\0b', '\ud800', '﻿', [], {}, [[]], { length: 1 }, ['', null], '0001-01-01', '2026-02-31', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '00000000-0000-0000-0000-000000000000']

/** The same with one thing wrong somewhere in it: another type, an extreme, a strange character, one missing, one too many. */
export function spoiled(chance: Chance, value: unknown): unknown {
  if (isTree(value) && Object.keys(value).length > 0 && chance() < 0.85) {
    const name = pick(chance, Object.keys(value)) ?? ''
    const how = chance()
    if (how < 0.15) return Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))
    if (how < 0.3) return { ...value, [pick(chance, ['extra', '__proto__x', 'constructor', 'toString', 'commandId', '\0']) ?? 'extra']: pick(chance, strange) }
    return { ...value, [name]: spoiled(chance, value[name]) }
  }
  if (Array.isArray(value) && value.length > 0 && chance() < 0.7) return value.map((one, i) => (i === 0 ? spoiled(chance, one) : one)).concat(chance() < 0.1 ? Array.from({ length: 600 }, () => value[0]) : [])
  return pick(chance, strange)
}

/** What is sent: mostly the value as JSON, now and then something that is none. */
export function bodyOf(chance: Chance, value: unknown): Readonly<{ text: string; type: string }> {
  const type = 'application/json'
  const how = chance()
  if (how < 0.01) return { text: '{"a":', type }
  if (how < 0.02) return { text: '', type }
  if (how < 0.03) return { text: '['.repeat(5_000) + ']'.repeat(5_000), type }
  if (how < 0.04) return { text: '{"__proto__":{"a":1}}', type }
  if (how < 0.05) return { text: 'a=1&b.c=2', type: 'application/x-www-form-urlencoded' }
  if (how < 0.06) return { text: '<a/>', type: 'application/xml' }
  return { text: JSON.stringify(value), type }
}
