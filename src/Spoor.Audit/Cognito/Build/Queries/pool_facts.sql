-- What pools are, from all that was read: the account that owns them, whether their data events are recorded, and in which flows they handed out credentials.
-- Cognito's own records lie in the pool's account; those of STS lie in the role's, which for most sessions is the same.
WITH told AS (
    SELECT
        pool, account, 1 AS rank,
        coalesce(category, '') = 'Data' OR action IN ('GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity', 'UnlinkIdentity') AS is_data,
        CAST(NULL AS varchar) AS flow
    FROM cognito_events
    WHERE service = 'cognito-identity.amazonaws.com'
    UNION ALL
    SELECT pool, CASE WHEN cognito_event_id IS NULL THEN account END, 2, false, CASE WHEN error_code IS NULL THEN flow END FROM handouts
    UNION ALL
    SELECT pool, account, 3, false, NULL FROM all_uses WHERE certainty = 'proved'
), counted AS (
    SELECT pool, account, rank, flow, bool_or(is_data) AS is_data, count(*) AS records
    FROM told
    WHERE pool IS NOT NULL
    GROUP BY pool, account, rank, flow
), accounts AS (
    SELECT pool, account, row_number() OVER (PARTITION BY pool ORDER BY rank, sum(records) DESC, account) AS choice
    FROM counted
    WHERE account IS NOT NULL
    GROUP BY pool, account, rank
), facts AS (
    SELECT pool, bool_or(is_data) AS has_data_events, array_sort(array_agg(DISTINCT flow) FILTER (WHERE flow IS NOT NULL)) AS flows
    FROM counted
    GROUP BY pool
)
SELECT facts.pool, accounts.account, facts.has_data_events, facts.flows
FROM facts
LEFT JOIN accounts ON facts.pool = accounts.pool AND accounts.choice = 1
ORDER BY facts.pool
