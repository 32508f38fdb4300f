-- asked at every request of an officer whose capacity is limited to a field: without it every body, tens of kilobytes each, would be read
create index version_field on procedures.version ((body -> 'field' ->> 'code'), procedure) where status = 'published';
