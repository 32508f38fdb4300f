alter table payments.closing
  add column year integer,
  add column number integer,
  add column receiver uuid,
  add column outside boolean not null default false,
  add column received_cash bigint check (received_cash >= 0),
  add column received_remark text,
  add column reference text,
  add constraint closing_number unique (agency, year, number),
  add constraint closing_receiver_known check (not outside or receiver is null),
  add constraint closing_difference_said check (received_cash is null or received_cash = counted or received_remark is not null);
comment on column payments.closing.number is 'Number of the hand-over sheet, within desk and year; null before sheets were kept.';
comment on column payments.closing.receiver is 'identity.officer: who was chosen to receive it; null when it goes outside, or before receivers were chosen.';
comment on column payments.closing.outside is 'It goes to a bank, a treasury or somebody else without an account here, whom handed_to names.';
comment on column payments.closing.received_cash is 'What the receiver counted.';
comment on column payments.closing.reference is 'Number of the paper that whoever is outside gave for it.';
create index closing_receiver on payments.closing (receiver, at desc, id) where receiver is not null;

create table payments.closing_counter (
  agency text not null,
  year integer not null,
  last integer not null,
  primary key (agency, year)
);
