create table platform.key (
  id smallint primary key check (id between 1 and 255),
  wrapped bytea not null,
  wrapped_by text not null,
  made_at timestamptz not null default now(),
  wrapped_at timestamptz not null default now()
);
comment on table platform.key is 'The keys that data are sealed and found with, themselves sealed by the installation''s secret, which is not here. A new secret seals them anew; the data stay as they are.';
comment on column platform.key.wrapped is 'AES-256-GCM of both keys (64 bytes) under a key derived from the secret.';
comment on column platform.key.wrapped_by is 'Names the secret and is not the secret: a wrong one is told from the right one before anything is read.';
