-- A change of a timescale is tried on the clocks of the last year before it is set: days alone, and whose team. Nobody's name, piece of work or record is told, and nothing is written.
create function work.past_clocks(of_duty text, since date, most int) returns table (started_on date, due_on date, ended_on date, state text, team text) language sql stable as $$
  select c.started_on, c.due_on, c.met_on, c.state, t.name
  from work.clock c left join work.item i on i.id = c.item_id left join access.team t on t.id = i.team_id
  where exists (select 1 from access.reach r where r.actor_id = access.actor() and 'administrator' = any (r.roles))
    and c.duty = of_duty and c.superseded_at is null and c.started_on >= since and c.due_on is not null and c.state <> 'stopped'
  order by c.started_on desc, c.id limit most
$$;
call access.gate('work.past_clocks(text, date, int)', 'how long a duty took in the last year, for an administrator who changes its measure: days and teams, nobody');
