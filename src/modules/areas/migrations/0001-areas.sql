create table areas.area (
  code text not null check (code ~ '^[0-9]{2,5}$'),
  level text not null check (level in ('province', 'district', 'commune')),
  kind text not null check (kind in ('province', 'city', 'district', 'town', 'ward', 'commune', 'township', 'special_zone')),
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  parent text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  lon double precision check (lon between -180 and 180),
  lat double precision check (lat between -90 and 90),
  area_km2 double precision check (area_km2 > 0),
  population integer check (population >= 0),
  head_office text,
  source text not null,
  primary key (code, valid_from)
);
comment on table areas.area is 'Administrative units as they were from valid_from until before valid_to.';
comment on column areas.area.code is 'General Statistics Office code. A reform gives the code of an old unit to a new one of another name and size: only with a day does it name a unit.';
comment on column areas.area.parent is 'Code of the unit it lies in; null at the top.';
comment on column areas.area.lon is 'A point inside the unit, WGS 84.';
comment on column areas.area.source is 'Where the facts were taken from.';
create index area_level on areas.area (level, valid_from);
create index area_parent on areas.area (parent) where parent is not null;
