import { beforeBirth, disability, housingAndMoney, neglect, youngCarer } from './careThemes.ts'
import { alcohol, domesticAbuse, drugs, parentMentalHealth, separation } from './homeThemes.ts'
import { exploitation, kinship, missing, physicalHarm, selfHarm } from './outsideThemes.ts'
import type { Source, Theme } from './theme.ts'

export const themes: readonly Theme[] = [domesticAbuse, separation, parentMentalHealth, alcohol, drugs, neglect, housingAndMoney, disability, youngCarer, beforeBirth, exploitation, selfHarm, missing, physicalHarm, kinship]

export const themeNamed = (id: string): Theme => themes.find((theme) => theme.id === id) ?? neglect

/** What brings a family whose eldest child is this old. */
export const themesForAge = (age: number, unborn: boolean): readonly (readonly [Theme, number])[] =>
  themes.filter((theme) => age >= theme.ages[0] && age <= theme.ages[1] && (theme.id !== 'beforeBirth' || unborn)).map((theme) => [theme, theme.weight] as const)

type Sender = Readonly<{ code: string; kind: 'agency' | 'person' | 'anonymous'; role: string; agency: string | null }>
/** How each source is recorded. */
export const senders: Readonly<Record<Source, Sender>> = {
  school: { code: 'school', kind: 'agency', role: 'Safeguarding lead', agency: null },
  police: { code: 'police', kind: 'agency', role: 'Police constable', agency: 'Ardenvale Police' },
  healthVisitor: { code: 'healthVisitor', kind: 'agency', role: 'Health visitor', agency: 'Ardenvale Health Visiting' },
  gp: { code: 'gp', kind: 'agency', role: 'GP', agency: 'Mill Lane Surgery' },
  emergencyDepartment: { code: 'emergencyDepartment', kind: 'agency', role: 'Paediatric registrar', agency: 'Ardenvale General Hospital' },
  relative: { code: 'familyMember', kind: 'person', role: 'Relative', agency: null },
  neighbour: { code: 'acquaintance', kind: 'person', role: 'Neighbour', agency: null },
  anonymous: { code: 'anonymous', kind: 'anonymous', role: '', agency: null },
  housing: { code: 'housing', kind: 'agency', role: 'Housing officer', agency: 'Ardenvale Housing' },
  midwife: { code: 'otherHealth', kind: 'agency', role: 'Community midwife', agency: 'Ardenvale Community Midwifery' },
  selfReferral: { code: 'familyMember', kind: 'person', role: 'Parent', agency: null },
}
