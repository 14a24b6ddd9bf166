-- Calls made with a pool's credentials: by an issued key, stated by the record, or by a key of whose session another record states it. An issue names the
-- pool better than a statement.
WITH stated AS (
    SELECT * FROM events WHERE is_stated AND coalesce(category, '') NOT IN ('Aggregated', 'Insight')
), stated_sessions AS (
    SELECT access_key_id, min(stated_pool) AS pool, min(stated_identity) AS identity, min({access of stated_methods}) AS access, min(role) AS role
    FROM stated
    WHERE access_key_id IS NOT NULL
    GROUP BY access_key_id
    HAVING count(DISTINCT stated_identity) <= 1 AND count(DISTINCT role) <= 1
)
SELECT
    event_id, event_time, in_window, service, error_code, access_key_id, issued_key, asked_role,
    'key' AS via, 0 AS depth, pool, identity, access, role, role AS origin_role, issue_event_id
FROM key_matches
WHERE is_proof
UNION ALL
SELECT
    event_id, event_time, in_window, service, error_code, access_key_id, issued_key, asked_role,
    'stated', 0, stated_pool, stated_identity, {access of stated_methods}, role, role, CAST(NULL AS varchar)
FROM stated
WHERE event_id NOT IN (SELECT event_id FROM key_matches WHERE is_proof)
UNION ALL
SELECT
    events.event_id, events.event_time, events.in_window, events.service, events.error_code, events.access_key_id, events.issued_key, events.asked_role,
    'stated', 0, stated_sessions.pool, stated_sessions.identity, stated_sessions.access, stated_sessions.role, stated_sessions.role, CAST(NULL AS varchar)
FROM events
JOIN stated_sessions ON events.access_key_id = stated_sessions.access_key_id AND coalesce(events.role = stated_sessions.role, true)
WHERE NOT events.is_stated
    AND coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
    AND events.event_id NOT IN (SELECT event_id FROM key_matches)
