/**
 * Mistakes that change nothing anybody could see: no world and no question tells the rule with them from the rule without. They are named one by one, with why, and are not counted.
 * The text is the mutant's, with what was changed between « and ».
 */
export const alike: readonly Readonly<{ of: string; was: string; is: string; why: string }>[] = [
  {
    of: 'access.derive_line', is: '',
    was: ' join access.team_below b on b.top_id = m.team_id where «m.role in (\'manager\', \'head\') and» (b.team_id = in_team or (in_team is nul',
    why: 'Works out again what the managers reach whom nothing has changed for; the answer is the same.',
  },
  {
    of: 'access.derive_line', is: '',
    was: 'n if not exists (select 1 from access.involvement i where «i.worker_id = worker and» i.team_id is null and i.superseded_at i',
    why: 'Works out again what the managers reach whom nothing has changed for; the answer is the same.',
  },
  {
    of: 'access.derive_line', is: 'or',
    was: 'olvement i where i.worker_id = worker and i.team_id is null «and» i.superseded_at is null) then return; e',
    why: 'Works out again what the managers reach whom nothing has changed for; the answer is the same.',
  },
  {
    of: 'notes.passage see', is: '',
    was: 'ext, \'allegation\'::text]))) OR ((s.domain = \'agency\'::text) «AND (passage.domain = \'earlyHelp\'::text)»)) AND ((s.until IS NULL) OR (s.until > ',
    why: 'A passage shows only within its note, and of an agency nobody sees notes of another domain.',
  },
  {
    of: 'people.relationship see', is: '',
    was: '\'::text))) AND ((s.until IS NULL) OR (s.until > now())))))) «AND (NOT (EXISTS ( SELECT 1 FROM access.bar b WHERE ((b.person_id = relationship.person_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))»)) OR COALESCE( CASE WHEN (domain = ',
    why: 'Whoever is kept from a person does not find them either, and a relationship shows only when both are found.',
  },
  {
    of: 'people.relationship see', is: '\'nobody\'',
    was: 'OALESCE( CASE WHEN (domain = ANY (ARRAY[\'shared\'::text, «\'children\'»::text])) THEN ((( SELECT access.known()',
    why: 'What was looked up for the request is a short cut: the rule that is asked instead says the same.',
  },
  {
    of: 'access.derive_line', is: '',
    was: 'olvement i where i.worker_id = worker and i.team_id is null «and i.superseded_at is null») then return; end if; perform access.',
    why: 'Works out again what the managers reach whom nothing has changed for; the answer is the same.',
  },
  {
    of: 'people.relationship see', is: '<>',
    was: '(( SELECT access.scopes() AS scopes)::uuid[])) AND (s.sight «=» ANY (ARRAY[\'card\'::text, \'full\'::text])',
    why: 'Sight that is kept is full or a card: one of the two it always is.',
  },
  {
    of: 'access.know', is: '\'nobody\'',
    was: ' s.person_id, s.sight = \'full\' and s.domain in (\'children\', «\'*\'»), s.sight = \'full\', s.sight in (\'card\',',
    why: 'What is not looked up for the request is left to the rule, which says the same.',
  },
  {
    of: 'src/engine/timescales/evaluate.ts', is: '',
    was: 'const calendar = settings.calendar ?? duty.calendar« ?? \'england\'»',
    why: 'England’s calendar is also what working days are counted by when none is named.',
  },
  {
    of: 'src/engine/timescales/runs.ts', is: '1',
    was: 'const byTime = (a: Happening, b: Happening): number => a.on.localeCompare(b.on) || (a.at && b.at ? a.at.localeCompare(b.at) : «0»)',
    why: 'Sorting is stable and asks only whether the answer is below nought.',
  },
  {
    of: 'src/kernel/bankHolidays.ts', is: '452',
    was: 'const m = Math.floor((a + 11 * h + 22 * l) / «451»)',
    why: 'No year before 2300 comes to exactly 451.',
  },
  {
    of: 'src/kernel/dates.ts', is: '50001',
    was: 'const most = «50_000»',
    why: 'How many days are remembered changes how quickly they are made, not which.',
  },
  {
    of: 'src/kernel/dates.ts', is: '<=',
    was: 'if (days.size «<» most) days.set(by, day)',
    why: 'How many days are remembered changes how quickly they are made, not which.',
  },
]
