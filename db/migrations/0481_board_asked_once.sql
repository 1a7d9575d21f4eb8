-- A board asked its rule three times for each person and domain (the planner pulled the question up into each of three sums), and asked it also of a reader who sees all of
-- these domains while nobody of the board is barred. Now once, and then not at all. test/access/countedAtOnce.test.ts holds it to the policies.
grant create on schema work to kith_gate;
set local role kith_gate;
do $$
declare
  before constant text := pg_get_functiondef('work.board_told(uuid[], date, int)'::regprocedure);
  asked constant text := E'from (select distinct x.person_id, x.domain from unnest(whom, domains) x (person_id, domain)) a) a;';
  first constant text := E'      select coalesce(array_agg(a.person_id) filter (where a.shown), \'{}\')';
  now text := replace(replace(before, asked, replace(asked, ') a) a;', E') a offset 0) a;\n      end if;')), first, E'      if domains <@ access.wide() and not exists (select 1 from access.bar b where b.person_id = any (whom)) then
        open_to := whom; open_in := domains;
      else\n' || first);
begin
  if strpos(before, asked) = 0 or strpos(before, first) = 0 then raise exception 'The board is not as it was'; end if;
  execute now;
end $$;
set local role kith_owner;
revoke create on schema work from kith_gate;
