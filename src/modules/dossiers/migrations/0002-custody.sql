alter table dossiers.dossier add column places jsonb not null default '[]';
alter table dossiers.dossier add column settled date;
comment on column dossiers.dossier.receiving_agency is 'agencies.agency: the desk that took it in, or what that desk has become.';
comment on column dossiers.dossier.competent_agency is 'agencies.agency: the authority that decides, or what it has become.';
comment on column dossiers.dossier.area is 'areas.area: the commune whose authority decides, or what it has become.';
comment on column dossiers.dossier.places is 'Where it belonged before reforms, the earliest first: [{until, area, receiving, collecting, competent}]; each held before the day until.';
comment on column dossiers.dossier.settled is 'Day of the last reform that it has followed: following the same one again changes nothing.';
