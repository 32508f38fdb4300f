alter table identity.citizen add column kind text not null default 'citizen' check (kind in ('citizen', 'foreigner'));
alter table identity.citizen add column passport_sealed bytea;
alter table identity.citizen add column represents_sealed bytea;
comment on column identity.citizen.kind is 'A Vietnamese citizen, or a foreigner with an identity of the State.';
comment on column identity.citizen.passport_sealed is 'Number of the passport of a foreigner, encrypted.';
comment on column identity.citizen.represents_sealed is 'Whom the person may act for, as the national identity said the last time: children and organisations. Encrypted whole, because children are in it.';
