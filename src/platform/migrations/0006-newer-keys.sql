alter table platform.key
  add column seals_from timestamptz not null default now(),
  add column retired_at timestamptz,
  alter column wrapped drop not null,
  add check ((wrapped is null) = (retired_at is not null));
comment on column platform.key.wrapped is 'AES-256-GCM of both keys (64 bytes) under a key derived from the secret; nothing once the key was retired.';
comment on column platform.key.seals_from is 'From this moment the newest key seals what is new; until then every running program has learnt it.';
