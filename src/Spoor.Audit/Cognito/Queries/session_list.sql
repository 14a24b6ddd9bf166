-- Every access key that was issued or used in the window, with the records that handed it out and its first call.
WITH first_calls AS (
    SELECT access_key_id, min_by(event_id, coalesce(event_time, '') || ' ' || event_id) AS event_id, max(CASE WHEN in_window THEN 1 ELSE 0 END) AS is_used
    FROM uses
    WHERE access_key_id IS NOT NULL
    GROUP BY access_key_id
)
SELECT
    sessions.access_key_id, sessions.certainty, sessions.depth, sessions.parent_key, sessions.flow, sessions.pool, sessions.identity, sessions.access, sessions.role,
    sessions.session_name, sessions.issued_time, sessions.expiration, sessions.source_ip, sessions.first_time, sessions.last_time, sessions.calls, sessions.errors,
    issue_pairs.cognito_event_id, sessions.issue_event_id, first_calls.event_id
FROM sessions
LEFT JOIN issue_pairs ON sessions.issue_event_id = issue_pairs.sts_event_id
LEFT JOIN first_calls ON sessions.access_key_id = first_calls.access_key_id
WHERE first_calls.is_used = 1 OR sessions.issued_time >= {from}
ORDER BY coalesce(sessions.issued_time, sessions.first_time), sessions.access_key_id
