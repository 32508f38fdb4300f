create table identity.service_account (
  id uuid primary key,
  name text not null,
  agency text not null,
  responsible text not null,
  purpose text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  networks text[] not null default '{}',
  valid_to date not null,
  created_by uuid not null references identity.officer,
  created_at timestamptz not null,
  revoked_at timestamptz,
  revoked_by uuid references identity.officer,
  revoke_reason text,
  used_at timestamptz,
  used_from text,
  check ((revoked_at is null) = (revoked_by is null)),
  check ((revoked_at is null) = (revoke_reason is null))
);
comment on table identity.service_account is 'Tài khoản dịch vụ: another system that calls us, for an agency, limited to scopes and in time.';
comment on column identity.service_account.responsible is 'Who answers for the other system: name, office, telephone.';
comment on column identity.service_account.networks is 'Where it may call from (CIDR); empty for everywhere.';
comment on column identity.service_account.used_at is 'When it last asked for something, right to the minute; used_from is the network, without the last part.';
create unique index service_account_name on identity.service_account (lower(name)) where revoked_at is null;
create index service_account_agency on identity.service_account (agency, name);

create table identity.service_secret (
  id uuid primary key,
  account uuid not null references identity.service_account,
  hash bytea not null unique,
  made_by uuid not null references identity.officer,
  made_at timestamptz not null,
  ends_at timestamptz
);
comment on table identity.service_secret is 'Digests of secrets of 256 random bits. The newest has no end; one that was replaced ends within a day.';
create index service_secret_account on identity.service_secret (account, made_at desc);

create table identity.service_token (
  hash bytea primary key,
  secret uuid not null references identity.service_secret,
  scopes text[] not null,
  expires_at timestamptz not null
);
comment on table identity.service_token is 'Digests of tokens of a quarter of an hour; a token ends with the secret that it was got with.';
create index service_token_secret on identity.service_token (secret);
create index service_token_old on identity.service_token (expires_at);
