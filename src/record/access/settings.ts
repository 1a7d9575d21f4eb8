import { Type } from '@sinclair/typebox'
import { optional, shape, Words } from '../../kernel/shape.ts'
import { themeProblem } from '../../platform/page/theme.ts'
import { command, query } from './act.ts'
import { changeSetting, councilSettings, settingHistory } from './council.ts'

/** The council's name, what it calls the product, and its colour. Every change is kept with who made it. */
export const changeCouncil = command('council.change', shape({ name: Words(120), productName: optional(Words(40)), theme: Type.String({ pattern: '^#[0-9a-fA-F]{6}$' }), authority: optional(Type.String({ pattern: '^\\d{3}$', problem: 'Write the three digits, as in 201.' })), area: optional(Type.String({ maxLength: 2000, pattern: '^([A-Z]{1,2}[0-9][0-9A-Z]?([ ,]+|$))*$', problem: 'Write the districts with blanks between, as in ZV1 ZV2.' })) }), {
  may: 'council.configure',
  people: () => [],
  run: async (asking, { name, productName, theme, authority, area }) => {
    const problem = themeProblem(theme)
    if (problem) return { problems: [{ question: 'theme', problem: problem.words }] }
    const before = await councilSettings(asking.db)
    if (name.trim() !== before.name) await changeSetting(asking.db, 'council.name', name.trim(), asking.actor.id)
    if (productName && productName.trim() !== before.productName) await changeSetting(asking.db, 'council.productName', productName.trim(), asking.actor.id)
    if (theme.toLowerCase() !== before.theme) await changeSetting(asking.db, 'council.theme', theme.toLowerCase(), asking.actor.id)
    if (authority && authority !== before.authority) await changeSetting(asking.db, 'council.authority', authority, asking.actor.id)
    if (area !== undefined && area !== before.area) await changeSetting(asking.db, 'council.area', area, asking.actor.id)
    return { answer: { changed: true } }
  },
})

export const council = query('council.settings', shape({}), {
  may: 'council.configure',
  run: async ({ db }) => ({ settings: await councilSettings(db), changes: await settingHistory(db) }),
})
