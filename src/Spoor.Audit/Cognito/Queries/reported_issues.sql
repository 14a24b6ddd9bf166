-- The issues that were asked for, each with the calls made with its key. Where only Cognito's record exists, the calls tell the role.
WITH key_calls AS (
    SELECT access_key_id, pool, count(*) AS calls, min(role) AS role
    FROM proved
    WHERE via = 'key'
    GROUP BY access_key_id, pool
), told AS (
    SELECT
        issues.event_time, issues.flow, issues.pool, issues.identity, issues.account, issues.session_name, issues.access_key_id, issues.error_code,
        issues.cognito_event_id, issues.sts_event_id,
        coalesce(issues.role, key_calls.role) AS role,
        coalesce(key_calls.calls, 0) AS calls
    FROM issues
    LEFT JOIN key_calls ON issues.access_key_id = key_calls.access_key_id AND issues.pool = key_calls.pool
)
SELECT *
FROM told
WHERE coalesce(event_time, '') >= coalesce({from}, '')
    AND ({pool} IS NULL OR pool = {pool})
    AND ({role} IS NULL OR role = {role} OR element_at(split(role, '/'), -1) = {role})
