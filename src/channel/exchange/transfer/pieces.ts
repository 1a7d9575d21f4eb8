import { TypeCompiler } from '@sinclair/typebox/compiler'
import { OnPlan } from './model.ts'

const typed = TypeCompiler.Compile(OnPlan)
/** Whether a typed value says on which plan somebody is. */
export const isOnPlan = (value: unknown): value is OnPlan => typed.Check(value)
