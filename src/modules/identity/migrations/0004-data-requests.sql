create table identity.data_request (
  id uuid primary key,
  citizen uuid not null references identity.citizen,
  reading bigint not null,
  text text not null,
  asked_at timestamptz not null,
  acknowledge_due timestamptz not null,
  answer_due timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by uuid references identity.officer,
  answered_at timestamptz,
  answered_by uuid references identity.officer,
  answer text,
  unique (citizen, reading),
  check ((answered_at is null) = (answer is null))
);
comment on table identity.data_request is 'Questions of a person about a reading of their data (Nghị định 356/2025/NĐ-CP, Điều 5): acknowledged within two working days, answered within ten days.';
comment on column identity.data_request.reading is 'platform.reading.';
create index data_request_open on identity.data_request (answer_due, id) where answered_at is null;
create index data_request_citizen on identity.data_request (citizen, asked_at desc);
