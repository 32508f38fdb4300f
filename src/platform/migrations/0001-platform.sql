create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;

create table platform.event (
  epoch integer not null default 1,
  xid xid8 not null default pg_current_xact_id(),
  id bigint generated always as identity,
  name text not null,
  subject text not null,
  payload jsonb not null,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  correlation_id text,
  primary key (epoch, xid, id)
);
comment on table platform.event is 'Outbox: what happened, written in the transaction that made it happen. Read in the order of the primary key, never of id alone.';
comment on column platform.event.epoch is 'Rises when the data was moved into a cluster whose transaction numbers are lower.';
comment on column platform.event.subject is 'What it is about, such as a dossier: events of one subject are handled in order.';
comment on column platform.event.at is 'Business time.';
create index event_subject on platform.event (subject);

create table platform.subscription (
  name text primary key,
  epoch integer not null default 0,
  xid xid8 not null default '0',
  id bigint not null default 0,
  moved_at timestamptz not null default now()
);
comment on table platform.subscription is 'How far each subscriber has read. The cursor moves in the transaction of the effects, so each event takes effect once.';

create table platform.parked_event (
  subscription text not null references platform.subscription,
  epoch integer not null,
  xid xid8 not null,
  id bigint not null,
  subject text not null,
  attempts integer not null,
  next_at timestamptz not null,
  needs_person boolean not null default false,
  error text,
  parked_at timestamptz not null default now(),
  primary key (subscription, epoch, xid, id)
);
comment on table platform.parked_event is 'Events whose handler failed, and later ones of the same subject: tried again with growing pauses, after ten failures left to a person.';
create index parked_event_due on platform.parked_event (next_at) where not needs_person;
create index parked_event_subject on platform.parked_event (subscription, subject);

create table platform.cluster (
  one boolean primary key default true check (one),
  system_identifier text not null,
  epoch integer not null
);
comment on table platform.cluster is 'The database cluster that wrote the newest epoch of events.';
