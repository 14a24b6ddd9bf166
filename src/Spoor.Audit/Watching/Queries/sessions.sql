-- The sessions that are known by now.
SELECT
    access_key_id, pool, identity, access, role, session_name, CAST(depth AS bigint) AS depth, parent_key, flow, issue_event_id, coalesce(issued_time, first_time) AS begin_time, expiration, certainty, source_ip
FROM sessions
WHERE access_key_id IS NOT NULL
ORDER BY coalesce(issued_time, first_time), access_key_id
