-- Documents are sealed at rest when a key is given: the words of what was sent out, and returns as they went and as they came. The server seals before it writes; here the
-- background seals what stood there before, and seals anew what an older key sealed, so that a key can be retired. What is sealed begins with `sealed:KEY:`; the database never has a key.

-- The next rows whose words, or what was typed, are not sealed with this key.
create function outputs.to_seal(of_key text, after uuid, most int) returns table (id uuid, words text, input text) language sql stable as $$
  select w.id, w.words, case when jsonb_typeof(w.input) = 'string' then w.input #>> '{}' else w.input::text end from outputs.words w
  where w.id > after and (not starts_with(w.words, 'sealed:' || of_key || ':') or (w.input is not null and not starts_with(w.input #>> '{}', 'sealed:' || of_key || ':'))) order by w.id limit most
$$;
call access.gate_for_jobs('outputs.to_seal(text, uuid, int)', 'documents are sealed with the present key: what is not yet');

-- Puts the same words there, sealed. Only what is sealed is taken, so that nothing can be written over with words.
create function outputs.keep_sealed(which uuid, sealed text, sealed_input text) returns void language sql as $$
  update outputs.words set words = sealed, input = case when input is null then null else to_jsonb(sealed_input) end
  where id = which and starts_with(sealed, 'sealed:') and (input is null or starts_with(sealed_input, 'sealed:'))
$$;
call access.gate_for_jobs('outputs.keep_sealed(uuid, text, text)', 'documents are sealed with the present key');

-- The same of returns: `whence` is child (of a return that was made) or came (with an import); `about` is what its rows are sealed about.
create function returns.to_seal(of_key text, after text, most int) returns table (place text, about text, rows text) language sql stable as $$
  select x.place, x.about, x.rows from (
    select 'child ' || c.made_id || ' ' || c.person_id as place, m.kind || ' ' || m.year || ' ' || c.number as about, case when jsonb_typeof(c.rows) = 'string' then c.rows #>> '{}' else c.rows::text end as rows
    from returns.child c join returns.made m on m.id = c.made_id
    union all
    select 'came ' || k.id, 'ssda903 ' || k.year || ' ' || k.number, case when jsonb_typeof(k.rows) = 'string' then k.rows #>> '{}' else k.rows::text end from returns.came k
  ) x where x.place collate "C" > after and not starts_with(x.rows, 'sealed:' || of_key || ':') order by x.place collate "C" limit most
$$;
call access.gate_for_jobs('returns.to_seal(text, text, int)', 'returns are sealed with the present key: what is not yet');

create function returns.keep_sealed(which text, sealed text) returns void language plpgsql as $$
declare words text[] := string_to_array(which, ' ');
begin
  if not starts_with(sealed, 'sealed:') then return; end if;
  if words[1] = 'child' then update returns.child set rows = to_jsonb(sealed) where made_id = words[2]::uuid and person_id = words[3]::uuid;
  else update returns.came set rows = to_jsonb(sealed) where id = words[2]::uuid; end if;
end $$;
call access.gate_for_jobs('returns.keep_sealed(text, text)', 'returns are sealed with the present key');

-- With which keys the newest documents are sealed: asked at the start, so that a missing key is said at once and not first by a page.
create function outputs.newest_keys() returns table (key text) language sql stable as $$
  select distinct split_part(w.words, ':', 2) from (select words from outputs.words order by id desc limit 200) w where starts_with(w.words, 'sealed:')
$$;
call access.gate_for_jobs('outputs.newest_keys()', 'with which keys the newest documents are sealed');
