create table payments.charge (
  id uuid primary key,
  subject uuid not null unique,
  code text not null,
  title jsonb not null,
  payer text not null,
  citizen uuid,
  number_index bytea,
  agency text not null,
  also text,
  lines jsonb not null,
  total bigint not null check (total > 0),
  state text not null check (state in ('due', 'paid', 'waived', 'cancelled')),
  at timestamptz not null,
  settled_at timestamptz,
  waived_by text,
  waived_reason text,
  check ((state = 'due') = (settled_at is null)),
  check ((state = 'waived') = (waived_reason is not null))
);
comment on table payments.charge is 'Khoản thu: what a person owes for one subject, in đồng.';
comment on column payments.charge.subject is 'What it is for: dossiers.dossier.';
comment on column payments.charge.code is 'What people call the subject: the code of the dossier.';
comment on column payments.charge.agency is 'agencies.agency: whose desk collects it.';
comment on column payments.charge.also is 'Another desk that may collect it: where the person may come for the result.';
comment on column payments.charge.number_index is 'Keyed digest of the payer''s number, for the log of readings.';
create index charge_due on payments.charge (agency, at, id) where state = 'due';

create table payments.receipt (
  id uuid primary key,
  charge uuid not null references payments.charge,
  agency text not null,
  year integer not null,
  number integer not null,
  method text not null check (method in ('cash', 'transfer')),
  reference text,
  total bigint not null check (total > 0),
  collector uuid not null,
  collector_name text not null,
  at timestamptz not null,
  replaces uuid references payments.receipt,
  voided_at timestamptz,
  voided_by uuid,
  voider_name text,
  void_reason text,
  closing uuid,
  unique (agency, year, number),
  check ((voided_at is null) = (void_reason is null))
);
comment on table payments.receipt is 'Biên lai: what was given for a charge. Never deleted: a wrong one is voided, and its number stays in the book.';
comment on column payments.receipt.replaces is 'The voided receipt of the same charge that this one stands for.';
comment on column payments.receipt.closing is 'payments.closing: the end of day that counted it; nothing of it changes afterwards.';
create unique index receipt_in_force on payments.receipt (charge) where voided_at is null;
create index receipt_open on payments.receipt (agency, collector, at) where closing is null;
create index receipt_closing on payments.receipt (closing, at) where closing is not null;

create table payments.receipt_counter (
  agency text not null,
  year integer not null,
  last integer not null,
  primary key (agency, year)
);

create table payments.closing (
  id uuid primary key,
  agency text not null,
  clerk uuid not null,
  clerk_name text not null,
  at timestamptz not null,
  receipts integer not null,
  voided integer not null,
  cash bigint not null,
  transfers bigint not null,
  counted bigint not null check (counted >= 0),
  difference_reason text,
  papers integer not null check (papers >= 0),
  handed_to text not null,
  received_at timestamptz,
  received_by uuid,
  receiver_name text,
  check ((counted = cash) or difference_reason is not null),
  check ((received_at is null) = (received_by is null))
);
comment on table payments.closing is 'Chốt ca: what a clerk had collected by the end of the day, counted, and to whom it was handed.';
create index closing_agency on payments.closing (agency, at desc, id);

create function payments.keep_closed() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.closing is null then
    return new;
  end if;
  raise exception 'a closed receipt never changes, and none is deleted' using errcode = 'restrict_violation';
end $$;
create trigger receipt_is_kept before update or delete on payments.receipt for each row execute function payments.keep_closed();
