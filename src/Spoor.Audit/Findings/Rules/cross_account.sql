---
id: cross_account
title: A pool identity works in another account
severity: high
why: >-
  A pool serves one account's app. A session that reaches resources or roles of another account crosses the border that accounts are kept for.
what_to_do: >-
  Look up whose account it is. Take the pool's role out of that account's bucket, key and trust policies unless it was put there on purpose.
false_alarm: >-
  An app that is spread over accounts on purpose, such as a shared data account. The pool's account is taken from Cognito's own records, or without these from
  the roles that the pool gives.
---
WITH told AS (
    SELECT pool, account, 1 AS rank FROM pool_events WHERE service = 'cognito-identity.amazonaws.com' AND error_code IS NULL
    UNION ALL
    SELECT pool, account, 1 FROM config_changes WHERE service = 'cognito-identity.amazonaws.com' AND error_code IS NULL
    UNION ALL
    SELECT pool, split_part(role, ':', 5), CASE WHEN flow = 'enhanced' THEN 2 ELSE 3 END FROM issues WHERE error_code IS NULL
    UNION ALL
    SELECT pool, split_part(role, ':', 5), 4 FROM uses WHERE certainty = 'proved' AND depth = 0
), ranked AS (
    SELECT pool, account, row_number() OVER (PARTITION BY pool ORDER BY rank, count(*) DESC, account) AS choice
    FROM told
    WHERE pool IS NOT NULL AND nullif(account, '') IS NOT NULL
    GROUP BY pool, account, rank
), homes AS (
    SELECT pool, account AS home FROM ranked WHERE choice = 1
), worked AS (
    SELECT
        uses.pool, uses.identity, uses.role, uses.event_id, uses.event_time, uses.service || ':' || uses.action AS call,
        uses.account, split_part(uses.role, ':', 5) AS role_account, split_part(uses.asked_role, ':', 5) AS asked_account
    FROM uses
    WHERE uses.certainty <> 'candidate' AND uses.error_code IS NULL
    UNION ALL
    SELECT pool, identity, role, event_id, event_time, 'sts.amazonaws.com:AssumeRoleWithWebIdentity', NULL, split_part(role, ':', 5), NULL
    FROM issues
    WHERE error_code IS NULL
), abroad AS (
    SELECT
        worked.*,
        homes.home,
        element_at(
            filter(
                ARRAY[worked.account, worked.role_account, worked.asked_account],
                account -> regexp_like(account, '^[0-9]{12}$') AND account <> homes.home),
            1) AS other
    FROM worked
    JOIN homes ON worked.pool = homes.pool
    WHERE worked.account <> homes.home OR worked.role_account <> homes.home OR worked.asked_account <> homes.home
)
SELECT
    pool,
    identity,
    CASE WHEN count(DISTINCT role) = 1 THEN max(role) END AS role,
    other AS subject,
    'pool of account ' || max(home) || ', ' || CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' record' ELSE ' records' END || ' of account ' || other || ': '
        || array_join(slice(array_agg(DISTINCT call ORDER BY call), 1, 3), ', ') || CASE WHEN count(DISTINCT call) > 3 THEN ', ...' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM abroad
WHERE other IS NOT NULL
GROUP BY pool, identity, other
