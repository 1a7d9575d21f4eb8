-- Lists that rules of SSDA903 compare with and a single authority does not hold: Ofsted's providers, the postcodes of the country. About no person on record.
create table returns.given_list (
  kind text primary key check (kind in ('providers', 'postcodes')),
  taken_at timestamptz not null default now(), taken_by uuid,
  entries int not null, authority text                -- how this list names our own authority
);
create table returns.provider (urn text primary key, postcode text not null, authority text not null, places text[] not null, providers text[] not null, opened date, closed date);
create table returns.postcode (postcode text primary key, authority text not null, east int not null, north int not null);
grant select on returns.given_list, returns.provider, returns.postcode to kith_app, kith_reports;
grant select, insert, update, delete on returns.given_list, returns.provider, returns.postcode to kith_gate;

-- The code of the Office for National Statistics, by which lists of postcodes name an authority.
alter table returns.region add column code text;
grant select on returns.region to kith_reports;

-- A list takes the place of the one before, in one transaction; the rows may come in several pieces. As the owner, or by the gate below.
create function returns.empty_list(of_kind text) returns void language plpgsql as $$
begin
  if of_kind = 'providers' then delete from returns.provider; else delete from returns.postcode; end if;
end $$;
create function returns.add_to_list(of_kind text, told jsonb) returns void language plpgsql as $$
begin
  if of_kind = 'providers' then
    insert into returns.provider (urn, postcode, authority, places, providers, opened, closed)
    select x ->> 'urn', x ->> 'postcode', x ->> 'authority', array(select jsonb_array_elements_text(x -> 'places')), array(select jsonb_array_elements_text(x -> 'providers')), (x ->> 'opensOn')::date, (x ->> 'closesOn')::date
    from jsonb_array_elements(told) x on conflict (urn) do update set postcode = excluded.postcode, authority = excluded.authority, places = excluded.places, providers = excluded.providers, opened = excluded.opened, closed = excluded.closed;
  else
    insert into returns.postcode (postcode, authority, east, north) select x ->> 'postcode', x ->> 'authority', (x ->> 'east')::int, (x ->> 'north')::int
    from jsonb_array_elements(told) x on conflict (postcode) do update set authority = excluded.authority, east = excluded.east, north = excluded.north;
  end if;
end $$;
create function returns.end_list(of_kind text, own_code text, who uuid) returns int language plpgsql as $$
declare many int := case when of_kind = 'providers' then (select count(*) from returns.provider) else (select count(*) from returns.postcode) end;
begin
  insert into returns.given_list as l (kind, taken_by, entries, authority) values (of_kind, who, many, own_code)
  on conflict (kind) do update set taken_at = now(), taken_by = excluded.taken_by, entries = excluded.entries, authority = excluded.authority;
  return many;
end $$;
revoke execute on function returns.empty_list(text), returns.add_to_list(text, jsonb), returns.end_list(text, text, uuid) from public;
grant execute on function returns.empty_list(text), returns.add_to_list(text, jsonb), returns.end_list(text, text, uuid) to kith_gate;

create function returns.take_list(of_kind text, told jsonb, own_code text) returns int language plpgsql as $$
begin
  if not access.has_role(array['returns']) then call access.refuse(); end if;
  perform returns.empty_list(of_kind);
  perform returns.add_to_list(of_kind, told);
  return returns.end_list(of_kind, own_code, access.actor());
end $$;
call access.gate('returns.take_list(text, jsonb, text)', 'the returns officer takes in a list that rules compare with');
