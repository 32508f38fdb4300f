alter table identity.citizen add column area_settled date;
comment on column identity.citizen.area is 'areas.area: the commune of residence, as the national identity told it, or what that unit has become.';
comment on column identity.citizen.area_settled is 'Day of the last reform that the commune of residence has followed.';
