create table identity.citizen (
  id uuid primary key,
  subject text not null unique,
  name text not null,
  number_sealed bytea not null,
  number_index bytea not null unique,
  born date,
  gender text check (gender in ('male', 'female')),
  phone text,
  email text,
  address text,
  area text,
  nationality text,
  ethnicity text,
  level smallint not null check (level in (1, 2)),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table identity.citizen is 'People who have signed in, as the national identity described them the last time.';
comment on column identity.citizen.subject is 'The `sub` of the national identity.';
comment on column identity.citizen.number_sealed is 'Personal number, encrypted; it is in no other column.';
comment on column identity.citizen.number_index is 'Keyed digest of the personal number: finds a person without opening anything.';
comment on column identity.citizen.area is 'areas.area: the commune of residence; null when it is not of this province.';

create table identity.officer (
  id uuid primary key,
  username text not null unique check (username = lower(username)),
  name text not null,
  password_hash text,
  totp_sealed bytea,
  totp_step bigint,
  demonstration boolean not null default false,
  disabled_at timestamptz,
  seen_at timestamptz,
  created_at timestamptz not null,
  check ((password_hash is null) = (totp_sealed is null))
);
comment on table identity.officer is 'One person, one account. What a person may do is in identity.capacity.';
comment on column identity.officer.password_hash is 'argon2id; null for somebody who cannot sign in.';
comment on column identity.officer.totp_sealed is 'Secret of the second factor, encrypted.';
comment on column identity.officer.totp_step is 'The last time step whose code was used: neither it nor an earlier one is taken again.';
comment on column identity.officer.demonstration is 'Made from the province folder: the password is public, so in production nobody signs in with it.';

create table identity.capacity (
  id uuid primary key,
  officer uuid not null references identity.officer,
  role text not null check (role in ('clerk', 'officer', 'leader', 'centre', 'administrator')),
  agency text not null,
  field text,
  procedure text,
  title_vi text not null,
  title_en text not null,
  signs_as text check (signs_as is null or role = 'leader'),
  valid_from date not null,
  valid_to date,
  unique (officer, role, agency, valid_from),
  check (valid_to is null or valid_from <= valid_to)
);
comment on table identity.capacity is 'In which role, for which agency and how long a person acts. An officer acts in one capacity at a time.';
comment on column identity.capacity.agency is 'agencies.agency.';
comment on column identity.capacity.field is 'Limits the capacity to a field of procedures; null for all.';
comment on column identity.capacity.procedure is 'Limits the capacity to one procedure; null for all.';
comment on column identity.capacity.signs_as is 'Lines above the signature (Nghị định 30/2020/NĐ-CP, Phụ lục I): CHỦ TỊCH, or KT. CHỦ TỊCH and PHÓ CHỦ TỊCH below it.';
comment on column identity.capacity.valid_to is 'Last day, counted in.';
create index capacity_agency on identity.capacity (agency, role);

create table identity.attempt (
  name_index bytea primary key,
  failed integer not null,
  failed_at timestamptz not null
);
comment on table identity.attempt is 'Failed tries by the name that was typed, whether an officer of that name exists or not, so that a lock tells nobody which names exist.';
comment on column identity.attempt.name_index is 'Keyed digest of the name.';
create index attempt_failed_at on identity.attempt (failed_at);

create table identity.pending (
  mark_hash bytea primary key,
  kind text not null check (kind in ('national', 'password')),
  officer uuid references identity.officer,
  sealed bytea,
  expires_at timestamptz not null,
  check ((kind = 'password') = (officer is not null)),
  check ((kind = 'national') = (sealed is not null))
);
comment on table identity.pending is 'Sign-ins between their two steps, each bound to one browser by a mark that only this browser carries.';
comment on column identity.pending.sealed is 'State, nonce, PKCE verifier and where to go on, encrypted.';
create index pending_expires on identity.pending (expires_at);
