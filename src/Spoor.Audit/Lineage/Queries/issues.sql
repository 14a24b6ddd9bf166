-- The issues that were asked for, up to the window's end, each with the calls of the window made with its key. Where no issue record tells role and access, the
-- calls do, those behind the window too.
WITH key_calls AS (
    SELECT issue_event_id, count_if(in_window) AS calls, min(role) AS role, min(access) AS access
    FROM proved
    WHERE via = 'key'
    GROUP BY issue_event_id
), told AS (
    SELECT
        handouts.event_time, handouts.in_window, handouts.flow, handouts.pool, handouts.identity,
        coalesce(handouts.access, key_calls.access) AS access,
        handouts.account, handouts.region,
        coalesce(handouts.role, key_calls.role) AS role,
        handouts.session_name, handouts.access_key_id, handouts.expiration, handouts.duration_seconds, handouts.principal_tags, handouts.logins,
        handouts.error_code, handouts.error_message, handouts.source_ip, handouts.user_agent, handouts.cognito_event_id, handouts.sts_event_id, handouts.event_id, handouts.other_event_ids, handouts.other_identities,
        coalesce(key_calls.calls, 0) AS calls
    FROM handouts
    LEFT JOIN key_calls ON handouts.event_id = key_calls.issue_event_id
)
SELECT *
FROM told
WHERE {before the end of event_time}
    AND ({pool} IS NULL OR pool = {pool})
    AND ({role} IS NULL OR role = {role} OR element_at(split(role, '/'), -1) = {role})
