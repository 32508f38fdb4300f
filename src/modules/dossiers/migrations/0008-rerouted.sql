alter table dossiers.dossier add column routed_at timestamptz;
comment on column dossiers.dossier.routed_at is 'When it came to the authority that decides it now, if another one had it first: that one''s time is not counted against it.';
