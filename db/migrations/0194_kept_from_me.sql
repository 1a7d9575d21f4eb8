-- Whether anything at all is hidden from whoever asks: the texts of a request are looked through only then.
create function people.any_kept_from_me() returns boolean language plpgsql stable as $$
declare
  me uuid := access.actor();
begin
  if me is null or not exists (select 1 from people.hiding where ended_at is null) then return false; end if;
  return exists (select 1 from people.hiding h where h.ended_at is null and h.from_everybody and not me = any (h.seen_by))
    or exists (select 1 from access.actor a where a.id = me and (a.kind <> 'staff' or a.person_id is not null));
end $$;
call access.gate('people.any_kept_from_me()', 'whether anything is hidden from whoever asks');
