create table files.paper (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('citizen', 'agency')),
  owner text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  type text not null,
  size bigint not null check (size > 0),
  scan text not null check (scan in ('clean', 'unscanned')),
  uploaded_by uuid,
  created_at timestamptz not null,
  deleted_at timestamptz
);
comment on table files.paper is 'Papers and whose they are; the bytes lie in the file store under their hash.';
comment on column files.paper.owner is 'identity.citizen or agencies.agency.';
comment on column files.paper.uploaded_by is 'Citizen or officer who handed it in.';
comment on column files.paper.scan is 'What the antivirus said; unscanned where none is set up.';
create index paper_owner on files.paper (owner_kind, owner, created_at desc) where deleted_at is null;
create index paper_hash on files.paper (hash);
