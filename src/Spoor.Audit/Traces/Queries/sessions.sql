-- All sessions of pools and of role chains behind them.
SELECT
    access_key_id, pool, identity, access, role, session_name, CAST(depth AS bigint) AS depth, parent_key, flow, issue_event_id, issued_time, expiration, first_time, last_time, calls, errors, certainty, source_ip
FROM sessions
ORDER BY coalesce(issued_time, first_time), access_key_id
