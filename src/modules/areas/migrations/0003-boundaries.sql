create table areas.boundary (
  code text not null,
  valid_from date not null,
  geometry jsonb not null,
  area_km2 double precision not null,
  source text not null,
  digest text not null,
  imported_at timestamptz not null,
  primary key (code, valid_from),
  foreign key (code, valid_from) references areas.area (code, valid_from)
);
comment on table areas.boundary is 'Outlines of units that somebody brought in. A unit without one is drawn as an illustrative cell, and says so.';
comment on column areas.boundary.geometry is 'GeoJSON MultiPolygon, longitude and latitude in degrees WGS 84, six decimals.';
comment on column areas.boundary.area_km2 is 'Measured on the outline; the published area is in areas.area.';
