alter table dossiers.dossier add column refusal jsonb;
comment on column dossiers.dossier.refusal is 'Why the office does not grant what an accepted dossier asks for: laid before the leader, and since the signature the outcome. Null for every other dossier.';

alter table dossiers.document drop constraint document_kind_check;
alter table dossiers.document add constraint document_kind_check check (kind in ('form01', 'form02', 'form03', 'result', 'refusal'));

-- what was refused after the acceptance is counted by the day of its signature
create index dossier_not_granted on dossiers.dossier (finished_at) where refusal is not null and finished_at is not null;
