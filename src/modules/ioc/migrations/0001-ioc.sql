create table ioc.board (
  code text primary key,
  position integer not null,
  body jsonb not null
);
comment on table ioc.board is 'Boards of the operations centre: which indicators stand where. Figures come from the indicators'' door.';
