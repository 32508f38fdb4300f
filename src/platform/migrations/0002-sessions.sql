create table platform.session (
  token_hash bytea primary key,
  kind text not null check (kind in ('citizen', 'officer')),
  subject uuid not null,
  capacity uuid,
  level smallint not null default 0,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  locked boolean not null default false
);
comment on table platform.session is 'Signed-in browsers. Only the hash of the cookie is kept: a stolen backup signs nobody in.';
create index session_subject on platform.session (subject);
create index session_expires on platform.session (expires_at);

create table platform.idempotency (
  key uuid primary key,
  person text not null,
  contract text not null,
  body_hash bytea not null,
  answer jsonb,
  created_at timestamptz not null default now()
);
comment on table platform.idempotency is 'One row per act done with a key, written in the act''s own transaction: a second press gets the first answer.';
create index idempotency_created on platform.idempotency (created_at);

create table platform.seed (
  module text primary key,
  content_hash text not null,
  done_at timestamptz not null default now()
);
comment on table platform.seed is 'Which province data each module has loaded, by the hash of the files.';

create table platform.setting (
  name text primary key,
  value jsonb not null
);
comment on table platform.setting is 'Facts of this installation that outlive a start, such as the offset of the demonstration clock.';
