-- Calls that look like a pool's and prove nothing: older records (without webIdFederationData) under a session name that a pool gives with this role,
-- and all other calls of the role that was asked for.
WITH pool_sessions AS (
    SELECT role, session_name, min(pool) AS pool, count(DISTINCT pool) AS pools
    FROM issues
    WHERE role IS NOT NULL AND session_name IS NOT NULL
    GROUP BY role, session_name
), sessions AS (
    SELECT
        records.*,
        CASE WHEN pool_sessions.pools = 1 THEN pool_sessions.pool END AS likely_pool,
        NOT records.has_federation
            AND (records.session_name = 'CognitoIdentityCredentials' OR pool_sessions.role IS NOT NULL) AS is_likely
    FROM records
    LEFT JOIN pool_sessions ON records.role = pool_sessions.role AND records.session_name = pool_sessions.session_name
    WHERE records.role IS NOT NULL
        AND NOT records.is_stated
        AND coalesce(records.category, '') NOT IN ('Aggregated', 'Insight')
), chosen AS (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY event_time) AS delivery
    FROM sessions
    WHERE (is_likely OR role = {role} OR element_at(split(role, '/'), -1) = {role})
        AND event_id NOT IN (SELECT event_id FROM proved)
)
SELECT
    event_id, event_time, service, action, account, error_code, access_key_id, session_name, asked_role, issued_key, stated_methods,
    CASE WHEN is_likely THEN 'role_and_session_name' ELSE 'role' END AS via, 0 AS depth, likely_pool AS pool, identity, role, role AS origin_role
FROM chosen
WHERE delivery = 1
