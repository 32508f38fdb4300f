create table payments.reprint (
  receipt uuid not null references payments.receipt,
  copy integer not null,
  at timestamptz not null,
  officer uuid not null,
  officer_name text not null,
  primary key (receipt, copy)
);
comment on table payments.reprint is 'Bản in lại: each print of a receipt after the first one, with who and when.';
