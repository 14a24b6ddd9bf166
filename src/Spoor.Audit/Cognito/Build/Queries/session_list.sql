-- Every access key that was issued or used in the window, with the records that handed it out and its first call.
WITH first_calls AS (
    SELECT access_key_id, min_by(event_id, coalesce(event_time, '') || ' ' || event_id) AS event_id
    FROM uses
    WHERE access_key_id IS NOT NULL AND in_window
    GROUP BY access_key_id
)
SELECT
    sessions.access_key_id, sessions.certainty, sessions.depth, sessions.parent_key, sessions.flow, sessions.pool, sessions.identity, sessions.access, sessions.role,
    sessions.session_name, sessions.issued_time, sessions.expiration, sessions.source_ip, sessions.first_time, sessions.last_time, sessions.calls, sessions.errors,
    issue_groups.cognito_event_id, sessions.issue_event_id, first_calls.event_id AS first_call_event_id, nullif(issue_groups.other_event_ids, ARRAY[]) AS other_event_ids
FROM sessions
LEFT JOIN issue_groups ON sessions.issue_event_id = issue_groups.sts_event_id
LEFT JOIN first_calls ON sessions.access_key_id = first_calls.access_key_id
WHERE first_calls.event_id IS NOT NULL OR (sessions.issue_event_id IS NOT NULL AND {in the window sessions.issued_time})
ORDER BY coalesce(sessions.issued_time, sessions.first_time), sessions.access_key_id
