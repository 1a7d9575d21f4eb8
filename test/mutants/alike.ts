type Alike = Readonly<{ /** The rule, or the rules of one text. */ of: string | readonly string[]; was: string; is: string; why: string }>

const shortCut = 'What is looked up for the request, or not, is a short cut: the rule that is asked instead says the same.'
const early = 'A partner is shown early help by both of two rules, the line’s and the note’s.'

/**
 * Mistakes that change nothing anybody could see: no world and no question tells the rule with them from the rule without. They are named one by one, with why, and are not counted.
 * The text stands in the mutant's, with what was changed between « and ».
 */
export const alike: readonly Alike[] = [
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
  { of: 'access.derive_line', is: '', was: '(«in_team is null and» b.team_id in', why: 'Works out again what the managers reach whom nothing has changed for; the answer is the same.' },
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
  {
    of: ['people.card see', 'people.relationship see'], is: '',
    was: "«AND (s.sight = ANY (ARRAY['card'::text, 'full'::text]))»",
    why: 'Sight that is kept is full or a card: one of the two it always is.',
  },
  {
    of: 'people.card see', is: '<>',
    was: "AND (s.sight «=» ANY (ARRAY['card'::text, 'full'::text])",
    why: 'Sight that is kept is full or a card: one of the two it always is.',
  },
  {
    of: ['people.fact see', 'people.relationship see', 'notes.passage see'], is: "'nobody'",
    was: "(ARRAY[«'shared'»::text, 'children'::text])) THEN (((",
    why: shortCut,
  },
  {
    of: ['people.fact see', 'notes.passage see'], is: "'nobody'",
    was: "(ARRAY['shared'::text, «'children'»::text])) THEN (((",
    why: shortCut,
  },
  {
    of: 'people.relationship see', is: '',
    was: '«AND (NOT (EXISTS ( SELECT 1 FROM access.bar b WHERE ((b.person_id = relationship.other_id) AND (b.scope = ( SELECT access.actor() AS actor)) AND ((b.until IS NULL) OR (b.until > now()))))))»',
    why: 'Whoever is kept from a person does not find them either, and a relationship shows only when both are found.',
  },
  {
    of: 'people.relationship change', is: '',
    was: '«AND COALESCE(((( SELECT access.found() AS found) -> (person_id)::text))::boolean, access.finds(person_id))»',
    why: 'What is changed has to be seen first, and a relationship shows only when both are found.',
  },
  {
    of: 'people.relationship change', is: '',
    was: '«AND COALESCE(((( SELECT access.found() AS found) -> (other_id)::text))::boolean, access.finds(other_id))»',
    why: 'What is changed has to be seen first, and a relationship shows only when both are found.',
  },
  { of: 'people.relationship see', is: '', was: 'AND («(b.until IS NULL) OR» (b.until > now())', why: 'Whoever is kept from a person does not find them either, and a relationship shows only when both are found.' },
  { of: 'access.scope_of_survivor', is: '', was: "«AND (b.sight = 'full'::text)»", why: 'Sight by itself is full: a card comes by brothers and sisters alone, which stands beside it.' },
  { of: 'access.derive_line', is: '<>', was: '(select w.team_id from access.membership w where w.actor_id «=» worker)', why: 'Works out again what more managers reach than it concerns, each of whom has a team of their own among the others’; the answer is the same.' },
  { of: 'src/engine/timescales/due.ts', is: '', was: 'const known = «run.knownOn !== undefined && »run.knownOn > on', why: 'A day that is not there is after no day.' },
  { of: 'access.end_exclusion', is: '', was: '«and actor_id <> access.actor()»', why: 'Whoever is kept from a person may not write on the record, and nobody else may end it.' },
  { of: 'notes.passage change', is: '', was: '«notes.note_nobody_yet(note_id) OR»', why: 'What is changed has to be seen first, and a note with nobody on it shows to nobody.' },
  { of: 'access.know', is: 'is not null', was: 'begin if me «is null» or cardinality(people)', why: shortCut },
  { of: 'access.know', is: '<>', was: 'if me is null or cardinality(people) «=» 0', why: shortCut },
  { of: 'access.know', is: '', was: 'partly_wide boolean := «cardinality(access.wide()) > 0 and» not is_wide', why: shortCut },
  { of: 'access.know', is: '', was: 'partly_wide boolean := cardinality(access.wide()) > 0 «and not is_wide»', why: shortCut },
  { of: 'access.know', is: '', was: 'partly_wide boolean := cardinality(access.wide()) > 0 and «not »is_wide', why: shortCut },
  { of: 'access.know', is: 'true', was: 'select p as id, false as fully, «false» as somehow', why: shortCut },
  { of: 'access.know', is: 'true', was: 'union all select b.person_id, false, «false», false, b.scope = me', why: shortCut },
  { of: 'access.know', is: "'nobody'", was: "s.domain in («'children'», '*')", why: shortCut },
  { of: 'access.know', is: 'and', was: 'if me is null «or» cardinality(people) = 0', why: shortCut },
  { of: 'access.know', is: "'nobody'", was: "is_wide boolean := «'children'» = any (access.wide())", why: shortCut },
  { of: 'access.know', is: 'or', was: 'not bool_or(x.kept_from) «and» bool_or(x.somehow) as somehow', why: shortCut },
  { of: 'access.know', is: '', was: '«not bool_or(x.kept_from) and» bool_or(x.somehow) as somehow', why: shortCut },
  { of: ['people.card partner', 'notes.note_person partner', 'notes.passage partner'], is: '', was: "«AND (s.domain = 'agency'::text)»", why: 'What a partner’s own scopes are on is what was shared with their agency, and nothing else.' },
  { of: 'people.relationship see', is: "'nobody'", was: "(s.domain = 'agency'::text) AND (relationship.domain = «'earlyHelp'»::text)", why: 'A partner finds only people who are shared with them, so of two who are both found the other one’s half says the same.' },
  { of: 'people.relationship see', is: "'nobody'", was: "((s.domain = «'agency'»::text) AND (relationship.domain = 'earl", why: 'A partner finds only people who are shared with them, so of two who are both found the other one’s half says the same.' },
  { of: 'access.standing', is: '', was: 'begin if «mark is null or» exists', why: 'Of an id that nobody has there is no sight that is kept, and no branch is for no marking.' },
  { of: 'access.know', is: 'is null', was: 'from unnest(people) p where p «is not null»', why: shortCut },
  { of: 'access.know', is: '', was: 'begin if «me is null or» cardinality(people) = 0', why: 'Looked up for nobody, everybody is found to be seen by nobody, which the rule says too.' },
  { of: 'access.derive', is: '<>', was: 'select 1 from access.left_behind l where l.old_id «=» any (everyone)', why: 'Works out the sight of more people again than it concerns; whoever is left has an adoption, which is asked for beside it.' },
  { of: 'access.derive_line', is: 'or', was: "where m.role in ('manager', 'head') «and» (b.team_id = in_team", why: 'Works out again what more accounts reach than it concerns; the answer is the same.' },
  { of: 'access.stays', is: '<>', was: 'where l.old_id «=» any (about)) then return false', why: 'A short cut: passages without anybody left behind are judged person by person then, as ever.' },
  { of: 'access.set_identity', is: 'false', was: "set_config('kith.known', '', «true»)", why: 'Emptied for longer than one request is as empty.' },
  { of: 'access.set_identity', is: 'false', was: "set_config('kith.found', '', «true»)", why: 'Emptied for longer than one request is as empty.' },
  { of: 'access.set_identity', is: 'false', was: "set_config('kith.writable', '', «true»)", why: 'Emptied for longer than one request is as empty.' },
  { of: 'notes.note partner', is: '', was: '«AND (l.domain = note.domain)»', why: early },
  { of: 'notes.note partner', is: '', was: "«(domain = 'earlyHelp'::text) AND»", why: early },
  { of: 'notes.passage partner', is: '', was: "«(domain = 'earlyHelp'::text) AND»", why: early },
  { of: 'notes.passage partner', is: '', was: '«AND (up.domain = passage.domain)»', why: early },
  { of: 'access.derive', is: '', was: "where person_id = any (everyone) and superseded_at is null «and worker_id is not null» and team_id is null and mark = 'open'", why: 'An involvement without a team has a worker: the table refuses any other.' },
  { of: 'access.derive_line', is: '', was: 'in_team or (in_team is null «and b.team_id in (select w.team_id from access.membership w where w.actor_id = worker)»)', why: 'Works out again what the managers reach whom nothing has changed for; the answer is the same.' },
  { of: 'access.may_hold_adoption', is: '', was: "a.active «and a.kind = 'staff'»)", why: 'Only staff hold the role of adoption now: an agency’s people and machines have other roles, and the table of what is held now says so.' },
  { of: 'access.may_hold_adoption', is: '', was: 'where «a.id = whom and» a.active', why: 'Only an account of staff that is in use holds the role of adoption now.' },
  { of: 'access.name_for_adoption', is: '', was: 'begin if «old_one is null or» not access.on_adoption_list', why: 'Nobody is on the list of an adoption that there is not.' },
  { of: 'access.may_hold_adoption', is: 'or', was: "a.active «and» a.kind = 'staff')", why: 'Only an account that is in use holds a role now.' },
  { of: 'access.seal_adoption', is: '', was: 'where p.item_id = i.id «and p.person_id = any (everyone)»', why: 'Work that is about somebody, and about nobody else, is about them.' },
  { of: 'access.seal_adoption', is: '', was: "«p.kind like 'adoption%' or» exists", why: 'A placement for adoption has the place of a placement for adoption: its own.' },
  { of: 'access.seal_adoption', is: '>=', was: 'i.to_on «>» today)', why: 'What ends today ends today.' },
  { of: 'access.seal_adoption', is: '', was: "«not access.has_role('{adoption}') or»", why: 'Whoever seals stands on the list, and everybody on it has to have the role.' },
  { of: 'access.actor_changed', is: '<>', was: "if tg_op «=» 'INSERT", why: 'Of a new account it is asked beside it whether it has a record of its own; of a changed one the same is worked out again.' },
  { of: 'access.mark', is: '', was: 'where id = any (everyone) «and marking <> as_marking»', why: 'A part that has the marking already is written once more as it is, and what is derived of the same sources comes out the same.' },
]

/** Whether this mutant is one of them. */
export const isAlike = (mutant: Readonly<{ of: string; was: string; is: string }>): boolean =>
  alike.some((one) => (typeof one.of === 'string' ? one.of === mutant.of : one.of.includes(mutant.of)) && mutant.is === one.is && mutant.was.includes(one.was))
