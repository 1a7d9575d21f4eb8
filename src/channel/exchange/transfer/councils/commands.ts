import { Type } from '@sinclair/typebox'
import { authoritiesOfEngland, authoritiesOfWales } from '../../../../../content/returns/authorities.ts'
import { shape, Words } from '../../../../kernel/shape.ts'
import { readPublicKey } from '../../../../platform/keys/councilKey.ts'
import { command } from '../../../../record/access/act.ts'
import { councilSettings } from '../../../../record/access/council.ts'
import * as store from './councilStore.ts'

const Code = Type.String({ pattern: '^\\d{3}$', problem: 'Give the three digits by which the Department for Education knows the council.' })

/** Notes the key of another council: from now on what it signs is known, and what goes to it is sealed for it. The key before is withdrawn. */
export const noteCouncil = command('transfers.noteCouncil', shape({ code: Code, name: Words(200), key: Words(400) }), {
  may: 'council.configure', fresh: true,
  people: () => [],
  run: async (asking, { code, name, key }) => {
    const { authority } = await councilSettings(asking.db)
    const read = readPublicKey(key)
    if (!authoritiesOfEngland.has(code) && !authoritiesOfWales.has(code)) return { problems: [{ question: 'code', problem: 'No authority of England or Wales has this number. Check it with the other council.' }] }
    if (code === authority) return { problems: [{ question: 'code', problem: 'This is your own number. Give that of the other council.' }] }
    if (!read) return { problems: [{ question: 'key', problem: 'This is not a key, or a letter of it is wrong. Copy it again from what the other council sent.' }] }
    if (read.text === asking.councilKey?.public.text) return { problems: [{ question: 'key', problem: 'This is your own key. Copy the one that the other council sent.' }] }
    await store.withdraw(asking.db, code, asking.now)
    await store.insert(asking.db, { code, name: name.trim(), key: read.text, at: asking.now, by: asking.actor.id })
    return { answer: { code, key: read.name } }
  },
})

/** Nothing that is signed with this council's key from now on is taken. */
export const withdrawCouncil = command('transfers.withdrawCouncil', shape({ code: Code }), {
  may: 'council.configure', fresh: true,
  people: () => [],
  run: async (asking, { code }) => {
    await store.withdraw(asking.db, code, asking.now)
    return { answer: { code } }
  },
})
