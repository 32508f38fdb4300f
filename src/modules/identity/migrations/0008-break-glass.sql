create table identity.break_glass (
  id uuid primary key,
  officer uuid not null references identity.officer,
  code_hash bytea not null,
  made_at timestamptz not null,
  replaced_at timestamptz,
  used_at timestamptz,
  reason text,
  address text,
  capacity uuid references identity.capacity,
  reviewed_at timestamptz,
  reviewed_by uuid references identity.officer,
  review text,
  check ((used_at is null) = (reason is null)),
  check ((reviewed_at is null) = (review is null))
);
comment on table identity.break_glass is 'Sealed papers for the hour when nobody can administer: made on the machine, used once, and looked at afterwards by somebody.';
comment on column identity.break_glass.capacity is 'The administrator''s capacity that a use gave; it ends within the hour.';
create unique index break_glass_ready on identity.break_glass (officer) where replaced_at is null and used_at is null;
create index break_glass_open on identity.break_glass (used_at) where used_at is not null and reviewed_at is null;
