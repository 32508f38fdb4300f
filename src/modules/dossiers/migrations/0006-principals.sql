alter table dossiers.dossier
  add column principal jsonb,
  add column principal_sealed bytea,
  add column principal_index bytea,
  add column applicant_paper text not null default 'card' check (applicant_paper in ('card', 'passport', 'none')),
  add column identified_by text,
  add check (principal is not null or (principal_sealed is null and principal_index is null)),
  add check ((applicant_paper = 'none') = (identified_by is not null));
comment on column dossiers.dossier.principal is 'For whom it is when the applicant acts for somebody: a child, whoever authorised them, an organisation. As it was then; numbers are not in it.';
comment on column dossiers.dossier.principal_sealed is 'Citizen number, passport or organisation code of the principal, encrypted.';
comment on column dossiers.dossier.principal_index is 'Keyed digest of the same: the person finds what others handed in for them.';
comment on column dossiers.dossier.applicant_paper is 'What the applicant showed: number_sealed is of this paper.';
comment on column dossiers.dossier.identified_by is 'Who said who the applicant is, when there was no paper.';
create index dossier_principal on dossiers.dossier (principal_index, submitted_at desc, id) where principal_index is not null;

alter table dossiers.draft add column party text check (party in ('self', 'child', 'authorised', 'organisation'));
alter table dossiers.draft add column principal_sealed bytea;
comment on column dossiers.draft.party is 'For whom it is; null until it was said.';
comment on column dossiers.draft.principal_sealed is 'Who that is, encrypted whole: it may be a child, or somebody who has no account.';
