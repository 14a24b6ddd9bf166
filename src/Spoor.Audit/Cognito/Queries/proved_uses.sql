-- Calls made with a pool's credentials: by an issued key, or stated by the record. An issue names the pool better than a statement.
SELECT
    event_id, event_time, service, action, account, error_code, access_key_id, session_name, asked_role, issued_key, stated_methods,
    'key' AS via, 0 AS depth, pool, identity, role, role AS origin_role
FROM key_matches
WHERE is_proof
UNION ALL
SELECT
    event_id, event_time, service, action, account, error_code, access_key_id, session_name, asked_role, issued_key, stated_methods,
    'stated', 0, pool, identity, role, role
FROM pool_events
WHERE is_stated AND event_id NOT IN (SELECT event_id FROM key_matches WHERE is_proof)
