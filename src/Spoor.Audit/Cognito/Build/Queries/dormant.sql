-- Pools and roles that the logs know, before the window too, and that handed out or did nothing in it, each with the last record that names it. Of calls from
-- before the look-back only some are read, so they stand only where there is nothing better: the last call may be a later one. A deleted pool is not dormant.
WITH known AS (
    SELECT
        'pool' AS kind, pool AS name, CAST(NULL AS varchar) AS pool, event_id, event_time, action,
        CASE
            WHEN is_sts_issue OR action = 'GetCredentialsForIdentity' THEN 'issue'
            WHEN action LIKE 'Get%' OR action = 'UnlinkIdentity' THEN 'cognito'
            ELSE 'config_change'
        END AS last_kind
    FROM pool_events
    WHERE error_code IS NULL
    UNION ALL
    SELECT 'pool', pool, NULL, event_id, event_time, '', CASE WHEN {in reach of event_time} THEN 'call' ELSE 'earlier_call' END FROM uses WHERE certainty = 'proved'
    UNION ALL
    SELECT 'role', role, pool, event_id, event_time, '', 'issue' FROM issues WHERE error_code IS NULL
    UNION ALL
    SELECT 'role', role, pool, event_id, event_time, '', CASE WHEN {in reach of event_time} THEN 'call' ELSE 'earlier_call' END
    FROM uses
    WHERE certainty = 'proved' AND depth = 0
    UNION ALL
    SELECT 'role', replace(given, '\/', '/'), pool, event_id, event_time, '', 'config_change'
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
        *,
        row_number() OVER (
            PARTITION BY kind, name
            ORDER BY CASE WHEN last_kind = 'earlier_call' THEN 1 ELSE 0 END, coalesce(event_time, '') DESC, last_kind, event_id) AS choice,
        max(pool) OVER (PARTITION BY kind, name) AS known_pool
    FROM known
    WHERE name IS NOT NULL
)
SELECT kind, name, known_pool, event_time, event_id, last_kind
FROM last_known
WHERE choice = 1
    AND name NOT IN (SELECT name FROM active WHERE name IS NOT NULL)
    AND action <> 'DeleteIdentityPool'
    AND ({pool} IS NULL OR coalesce(known_pool, name) = {pool})
    AND ({role} IS NULL OR (kind = 'role' AND (name = {role} OR element_at(split(name, '/'), -1) = {role})))
ORDER BY kind, name
