create function procedures.refuse_truncate() returns trigger language plpgsql as $$
begin
  raise exception 'published versions never go away' using errcode = 'restrict_violation';
end $$;
create trigger version_is_not_emptied before truncate on procedures.version for each statement execute function procedures.refuse_truncate();
