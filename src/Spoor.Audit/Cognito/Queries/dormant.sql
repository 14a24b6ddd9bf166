-- Pools and roles that the logs know, before the window too, and that handed out or did nothing in it. A deleted pool is not dormant.
WITH known AS (
    SELECT 'pool' AS kind, pool AS name, CAST(NULL AS varchar) AS pool, event_id, event_time, action FROM pool_events WHERE error_code IS NULL
    UNION ALL
    SELECT 'pool', pool, NULL, event_id, event_time, '' FROM uses WHERE certainty = 'proved'
    UNION ALL
    SELECT 'role', role, pool, event_id, event_time, '' FROM issues WHERE error_code IS NULL
    UNION ALL
    SELECT 'role', role, pool, event_id, event_time, '' FROM uses WHERE certainty = 'proved' AND depth = 0
    UNION ALL
    SELECT 'role', replace(given, '\/', '/'), pool, event_id, event_time, ''
    FROM config_changes
    CROSS JOIN UNNEST(regexp_extract_all(request, 'arn:[^:"]+:iam::[0-9]+:role\\?/[^"]+')) AS roles (given)
    WHERE action = 'SetIdentityPoolRoles' AND error_code IS NULL
), active AS (
    SELECT pool AS name FROM issues WHERE in_window AND error_code IS NULL
    UNION
    SELECT role FROM issues WHERE in_window AND error_code IS NULL
    UNION
    SELECT pool FROM uses WHERE in_window AND certainty IN ('proved', 'chained')
    UNION
    SELECT role FROM uses WHERE in_window AND certainty IN ('proved', 'chained')
), last_known AS (
    SELECT
        kind, name, max(pool) AS pool, max(event_time) AS last_time,
        max_by(event_id, coalesce(event_time, '')) AS event_id,
        max_by(action, coalesce(event_time, '')) AS last_action
    FROM known
    WHERE name IS NOT NULL
    GROUP BY kind, name
)
SELECT kind, name, pool, last_time, event_id
FROM last_known
WHERE name NOT IN (SELECT name FROM active WHERE name IS NOT NULL)
    AND last_action <> 'DeleteIdentityPool'
    AND ({pool} IS NULL OR coalesce(pool, name) = {pool})
    AND ({role} IS NULL OR (kind = 'role' AND (name = {role} OR element_at(split(name, '/'), -1) = {role})))
ORDER BY kind, name
