import { adoptionCases, libertyCases, socialWorkerCases } from './adoption.fixture.ts'
import { codeCases } from './codes.fixture.ts'
import { episodeCases } from './episodes.fixture.ts'
import { headerCases } from './header.fixture.ts'
import { healthCases, leaverCases, missingCases } from './health.fixture.ts'
import { placementCases } from './placements.fixture.ts'
import type { Case } from './reading.fixture.ts'

export const allCases: readonly Case[] = [
  ...codeCases, ...headerCases, ...episodeCases, ...placementCases, ...healthCases, ...leaverCases, ...missingCases, ...adoptionCases, ...libertyCases, ...socialWorkerCases,
]
