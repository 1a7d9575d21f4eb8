import { addDays, daysBetween, moment, plain, type Instant, type PlainDate } from '../../../kernel/dates.ts'
import type { Sex } from '../../../record/people/model.ts'
import type { Staff } from '../story.ts'
import { heritageNamed } from '../names.ts'
import { schools, type School } from '../places.ts'
import type { Book } from './book.ts'
import type { Member } from './household.ts'

/** The day on which the families with names were imagined: a Tuesday. Their history moves with today, by whole weeks, so that a Tuesday stays one. */
const imaginedOn = plain('2025-11-18')

/** A day of that autumn, moved to the same weekday before or after today. */
export const moved = (today: PlainDate, day: string): PlainDate => {
  const gap = daysBetween(imaginedOn, plain(day))
  const shift = Math.floor(daysBetween(imaginedOn, today) / 7) * 7
  return addDays(addDays(imaginedOn, shift), gap)
}
export const movedAt = (today: PlainDate, day: string, time: string): Instant => {
  const at = moment(`${moved(today, day)}T${time}:00.000Z`)
  const last = moment(`${today}T00:00:00.000Z`)
  return at < last ? at : moment(`${addDays(today, -1)}T${time}:00.000Z`)
}

const schoolCalled = (name: string): School | undefined => schools.find((school) => school.name === name)

export function member(book: Book, about: Readonly<{ given: string; family: string; sex: Sex; role: Member['role']; born?: string | undefined; dueOn?: PlainDate; parents?: readonly string[]; home?: boolean; heritage?: string; school?: string; knownAs?: string; formerFamily?: string; about?: Member['about']; disability?: string; language?: string; speaks?: string }>): Member {
  return {
    id: book.chance.id(moment(`${addDays(book.today, -2000)}T09:00:00.000Z`)), given: about.given, family: about.family, sex: about.sex, bornOn: about.born ? plain(about.born) : null, about: about.about ?? 'day', dueOn: about.dueOn ?? null,
    role: about.role, parents: about.parents ?? [], atHome: about.home ?? true, heritage: heritageNamed(about.heritage ?? 'english'),
    ...(about.school && schoolCalled(about.school) ? { school: schoolCalled(about.school) ?? schools[0] } : {}), ...(about.knownAs ? { knownAs: about.knownAs } : {}), ...(about.formerFamily ? { formerFamily: about.formerFamily } : {}), ...(about.disability ? { disability: about.disability } : {}), ...(about.language ? { language: about.language } : {}), ...(about.speaks ? { speaks: about.speaks } : {}),
  }
}

/** Somebody of the council by name. */
export function colleague(book: Book, name: string): Staff {
  const found = book.offices.council.staff.find((one) => one.name === name)
  if (!found) throw new Error('Nobody of that name works here.')
  return found
}
