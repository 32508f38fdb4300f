create table agencies.agency (
  code text primary key check (length(code) <= 35 and code ~ '^[A-Z][0-9]{2}(\.[0-9A-Z]{2,5})*$'),
  kind text not null check (kind in ('committee', 'department', 'public_service_centre', 'operations_centre')),
  name jsonb not null check (name ? 'vi' and name ? 'en'),
  short_name jsonb not null check (short_name ? 'vi' and short_name ? 'en'),
  area text not null,
  parent text references agencies.agency deferrable initially deferred check (parent <> code),
  head_office text,
  phone text,
  valid_from date not null,
  valid_to date check (valid_to > valid_from)
);
comment on table agencies.agency is 'Agencies of the province. An ended one stays: its code is never given again.';
comment on column agencies.agency.code is 'Mã định danh, Quyết định 20/2020/QĐ-TTg: groups with dots from the root.';
comment on column agencies.agency.area is 'areas.area: the unit it serves.';
comment on column agencies.agency.parent is 'The agency it belongs to.';
create index agency_area on agencies.agency (area, kind);
create index agency_parent on agencies.agency (parent) where parent is not null;
