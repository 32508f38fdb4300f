alter table identity.officer
  add column password_set_at timestamptz,
  add column totp_set_at timestamptz,
  add column idle_from timestamptz,
  add column idle_exempt boolean not null default false;
comment on column identity.officer.password_set_at is 'When the password was chosen; null for the public one of a demonstration, which has no age.';
comment on column identity.officer.idle_from is 'Days without a sign-in are counted from here when it is later than the last one: an account that was closed and opened again begins anew.';
comment on column identity.officer.idle_exempt is 'Never closed for lying idle: accounts for emergencies are made not to be used.';

create table identity.password_history (
  officer uuid not null references identity.officer,
  hash text not null,
  set_at timestamptz not null,
  primary key (officer, set_at)
);
comment on table identity.password_history is 'Earlier passwords of an officer, argon2id, so that none of the last ones is taken again.';

create table identity.recovery_code (
  officer uuid not null references identity.officer,
  code_hash bytea not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (officer, code_hash)
);
comment on table identity.recovery_code is 'Codes that stand for the second factor once, when the telephone is lost. SHA-256 of 80 random bits with the officer.';

create table identity.passkey (
  id uuid primary key,
  officer uuid not null references identity.officer,
  credential bytea not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  synced boolean not null,
  name text not null,
  added_at timestamptz not null,
  used_at timestamptz
);
comment on table identity.passkey is 'WebAuthn credentials. The private key never leaves the person''s device.';
comment on column identity.passkey.counter is 'The last signature counter: one that does not grow betrays a copy. 0 for devices that do not count.';
comment on column identity.passkey.synced is 'Kept by a password manager on several devices.';
create index passkey_officer on identity.passkey (officer, added_at);

create table identity.paper (
  officer uuid primary key references identity.officer,
  code_hash bytea not null,
  issued_by uuid references identity.officer,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
comment on table identity.paper is 'The one-time sign-in paper of an officer who has no credentials, or lost them; the newest counts. issued_by is null when it was printed on the machine itself.';

create table identity.sign_in (
  id uuid primary key,
  session_hash bytea not null unique,
  officer uuid not null references identity.officer,
  browser text,
  system text,
  address text not null,
  at timestamptz not null
);
comment on table identity.sign_in is 'Where each session of an officer began, for the page on which they look for a stranger; forgotten with the session.';
create index sign_in_officer on identity.sign_in (officer, at);
create index sign_in_at on identity.sign_in (at);

alter table identity.pending drop constraint pending_kind_check, drop constraint pending_check, drop constraint pending_check1;
alter table identity.pending
  add constraint pending_kind check (kind in ('national', 'password', 'renewal', 'paper', 'authenticator', 'passkey', 'new_passkey')),
  add constraint pending_officer check ((kind in ('national', 'passkey')) = (officer is null)),
  add constraint pending_sealed check ((kind in ('password', 'renewal')) = (sealed is null));
comment on column identity.pending.sealed is 'What the next step needs, encrypted: state, nonce, PKCE verifier and where to go on; the secret that an authenticator is to learn; a challenge.';
