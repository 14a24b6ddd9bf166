-- Identities and what records say of their access: 2 signed in, 1 guest, 0 nothing. The caller's type says nothing: it is Unknown for both.
WITH told AS (
    SELECT
        pool, identity, event_time, 0 AS issues, 1 AS calls,
        CASE WHEN strpos(stated_methods, '"authenticated"') > 0 THEN 2 WHEN strpos(stated_methods, '"unauthenticated"') > 0 THEN 1 ELSE 0 END AS access
    FROM uses
    WHERE via IN ('key', 'stated')
    UNION ALL
    SELECT pool, identity, event_time, CASE WHEN error_code IS NULL THEN 1 ELSE 0 END, 0, 0
    FROM reported_issues
    UNION ALL
    SELECT
        pool_events.pool, pool_events.identity, pool_events.event_time, 0, 0,
        CASE WHEN pool_events.error_code IS NOT NULL THEN 0 WHEN coalesce(pool_events.logins, '{}') = '{}' THEN 1 ELSE 2 END
    FROM pool_events
    WHERE pool_events.service = 'cognito-identity.amazonaws.com'
        AND pool_events.action IN ('GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity', 'UnlinkIdentity')
        AND ({pool} IS NULL OR pool_events.pool = {pool})
        AND ({role} IS NULL
            OR pool_events.identity IN (SELECT identity FROM uses WHERE identity IS NOT NULL)
            OR pool_events.identity IN (SELECT identity FROM reported_issues WHERE identity IS NOT NULL))
)
SELECT
    pool,
    identity,
    max(access) AS access,
    sum(issues) AS issues,
    sum(calls) AS calls,
    min(CASE WHEN event_time >= coalesce({from}, '') THEN event_time END) AS first_time,
    max(event_time) AS last_time
FROM told
WHERE identity IS NOT NULL
GROUP BY pool, identity
HAVING max(coalesce(event_time, '')) >= coalesce({from}, '')
ORDER BY 5 DESC, 4 DESC, 2
