-- Identities and what records say of their access: 2 signed in, 1 guest, 0 nothing. The caller's type says nothing: it is Unknown for both.
WITH told AS (
    SELECT pool, identity, event_time, in_window, 0 AS issues, 1 AS calls, {rank of access} AS access
    FROM uses
    WHERE certainty = 'proved'
    UNION ALL
    SELECT pool, identity, event_time, in_window, CASE WHEN error_code IS NULL THEN 1 ELSE 0 END, 0, {rank of access}
    FROM issues
    UNION ALL
    SELECT
        pool, identity, event_time, in_window, 0, 0,
        CASE WHEN error_code IS NOT NULL THEN 0 WHEN coalesce(logins, '{}') = '{}' THEN 1 ELSE 2 END
    FROM pool_events
    WHERE service = 'cognito-identity.amazonaws.com'
        AND action IN ('GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity', 'UnlinkIdentity')
        AND ({pool} IS NULL OR pool = {pool})
        AND ({role} IS NULL
            OR identity IN (SELECT identity FROM uses WHERE identity IS NOT NULL)
            OR identity IN (SELECT identity FROM issues WHERE identity IS NOT NULL))
)
SELECT
    pool,
    identity,
    max(access) AS access,
    sum(CASE WHEN in_window THEN issues ELSE 0 END) AS issues,
    sum(CASE WHEN in_window THEN calls ELSE 0 END) AS calls,
    min(CASE WHEN in_window THEN event_time END) AS first_time,
    max(CASE WHEN in_window THEN event_time END) AS last_time
FROM told
WHERE identity IS NOT NULL
GROUP BY pool, identity
HAVING bool_or(in_window)
ORDER BY 5 DESC, 4 DESC, 2, 1
