create table indicators.indicator (
  code text primary key,
  position integer not null,
  measure text not null,
  body jsonb not null
);
comment on table indicators.indicator is 'What each figure means and which measure counts it. Values are counted from records whenever they are asked for.';
