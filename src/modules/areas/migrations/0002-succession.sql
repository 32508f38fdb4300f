create table areas.succession (
  predecessor text not null,
  successor text not null,
  on_day date not null,
  share numeric(7,6) not null check (share > 0 and share <= 1),
  main boolean not null,
  source text not null,
  primary key (predecessor, on_day, successor)
);
comment on table areas.succession is 'What a unit became: on_day is the day the predecessor ended (or went on under another name or kind) and the successor was there.';
comment on column areas.succession.share is 'How much of the predecessor''s area became part of this successor.';
comment on column areas.succession.main is 'Where records go that nothing tells apart: one successor of each predecessor and day.';
create unique index succession_main on areas.succession (predecessor, on_day) where main;
create index succession_successor on areas.succession (successor, on_day);
