import { TypeCompiler } from '@sinclair/typebox/compiler'
import { BundleActions, BundleFact, BundleMembers, BundleNeed, BundleOrder, BundlePeriod, BundlePlacement, OnPlan } from './model.ts'

const [plan, need, actions, members, order, period, placement, fact] = [TypeCompiler.Compile(OnPlan), TypeCompiler.Compile(BundleNeed), TypeCompiler.Compile(BundleActions), TypeCompiler.Compile(BundleMembers), TypeCompiler.Compile(BundleOrder), TypeCompiler.Compile(BundlePeriod), TypeCompiler.Compile(BundlePlacement), TypeCompiler.Compile(BundleFact)]
/** What the typed part of a piece is; a piece of an older Kith may have none. */
export const isOnPlan = (value: unknown) => plan.Check(value)
export const isNeed = (value: unknown) => need.Check(value)
export const isActions = (value: unknown) => actions.Check(value)
export const isMembers = (value: unknown) => members.Check(value)
export const isOrder = (value: unknown) => order.Check(value)
export const isPeriod = (value: unknown) => period.Check(value)
export const isPlacement = (value: unknown) => placement.Check(value)
export const isFact = (value: unknown) => fact.Check(value)
