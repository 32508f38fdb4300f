alter table dossiers.dossier add column office_answers jsonb;
comment on column dossiers.dossier.office_answers is 'What the officer wrote for the result when it was laid before the leader; numbers of papers in it are sealed.';
