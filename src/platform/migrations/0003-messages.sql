create table platform.message (
  id uuid primary key,
  key text not null unique,
  person uuid not null,
  subject text not null,
  template text not null,
  facts jsonb not null,
  at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'dead')),
  channel text,
  attempts integer not null default 0,
  next_at timestamptz not null default now(),
  sent_at timestamptz,
  error text,
  correlation_id text
);
comment on table platform.message is 'One notice to one person, written in the transaction of what it tells. The key makes it one.';
comment on column platform.message.at is 'Business time of what happened.';
comment on column platform.message.facts is 'What the sentence is made of, where it is read; no citizen number.';
create index message_due on platform.message (next_at) where state = 'waiting';
create index message_person on platform.message (person, at desc);
create index message_subject on platform.message (subject);
