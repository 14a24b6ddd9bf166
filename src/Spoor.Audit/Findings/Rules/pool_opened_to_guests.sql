---
id: pool_opened_to_guests
title: A pool was opened to guests
severity: high
why: >-
  From then on everyone who knows the pool's id, which every copy of the app contains, gets AWS credentials without signing in.
what_to_do: >-
  Ask who wanted it. If nobody did, switch guests off again (UpdateIdentityPool, AllowUnauthenticatedIdentities false), and look at the caller's other calls and at what guests did since.
false_alarm: >-
  A planned change. Where the logs do not hold the state before, the change may be one of another setting; it is not reported if guests had used the pool before.
---
WITH states AS (
    SELECT
        pool, action, event_id, event_time, caller_arn, source_ip,
        json_extract_scalar(request, '$.allowUnauthenticatedIdentities') = 'true' AS is_open
    FROM config_changes
    WHERE service = 'cognito-identity.amazonaws.com' AND action IN ('CreateIdentityPool', 'UpdateIdentityPool') AND error_code IS NULL
), changes AS (
    SELECT *, lag(coalesce(is_open, false)) OVER (PARTITION BY pool ORDER BY event_time, event_id) AS was_open
    FROM states
), guests AS (
    SELECT pool, min(event_time) AS first_time
    FROM (
        SELECT pool, event_time FROM issues WHERE access = 'guest' AND error_code IS NULL
        UNION ALL
        SELECT pool, event_time FROM uses WHERE access = 'guest' AND certainty <> 'candidate'
    ) AS seen
    GROUP BY pool
)
SELECT
    changes.pool,
    CAST(NULL AS varchar) AS identity,
    CAST(NULL AS varchar) AS role,
    changes.pool AS subject,
    coalesce(changes.caller_arn, 'an unknown caller') || ' switched guests on from ' || coalesce(changes.source_ip, 'an unknown address')
        || CASE WHEN changes.was_open IS NULL THEN '; the state before is not in the logs' ELSE '' END AS detail,
    changes.event_time AS first_time,
    changes.event_time AS last_time,
    ARRAY[changes.event_id] AS event_ids
FROM changes
LEFT JOIN guests ON changes.pool = guests.pool
WHERE changes.action = 'UpdateIdentityPool'
    AND changes.is_open
    AND NOT coalesce(changes.was_open, guests.first_time < changes.event_time, false)
