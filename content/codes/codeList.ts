import { Type, type Static } from '@sinclair/typebox'
import { Choice } from '../../src/engine/forms/model.ts'

/** A list to choose from. Codes are permanent; labels are a council's to change; `returnCode` is the code in the national return named. */
export const CodeList = Type.Object({
  id: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }), title: Type.String(), return: Type.Optional(Type.String()),
  /** `hideable`: pages offer it, so that a council may order it and stop offering a value. `open`: it may add values too. Otherwise only its words change. */
  offered: Type.Optional(Type.Union([Type.Literal('hideable'), Type.Literal('open')])),
  codes: Type.Array(Choice, { minItems: 1 }),
}, { additionalProperties: false })
export type CodeList = Static<typeof CodeList>
