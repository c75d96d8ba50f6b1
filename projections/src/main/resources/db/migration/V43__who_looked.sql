-- Which request brought an event; what was recorded before has none.
alter table audit_entry add column request_id text;

-- Nearly everything comes in by the API; what else does is found without reading that.
create index audit_entry_by_channel on audit_entry (channel, position) where channel <> 'API';
