---
id: classic_flow_enabled
title: The basic flow was switched on
severity: high
why: >-
  In the basic (classic) flow the client chooses among all roles whose trust policy admits the pool, and the session policy that limits guests does not apply.
what_to_do: >-
  Ask who wanted it. If nobody did, switch it off again (UpdateIdentityPool, AllowClassicFlow false), and look at the caller's other calls and at basic-flow
  issues since. If it is needed, check the trust policies of all roles that admit the pool.
false_alarm: >-
  A planned change. Where the logs do not hold the state before, the change may be one of another setting; it is not reported if the basic flow had been used before.
---
WITH states AS (
    SELECT
        pool, action, event_id, event_time, caller_arn, source_ip,
        json_extract_scalar(request, '$.allowClassicFlow') = 'true' AS is_on
    FROM config_changes
    WHERE service = 'cognito-identity.amazonaws.com' AND action IN ('CreateIdentityPool', 'UpdateIdentityPool') AND error_code IS NULL
), changes AS (
    SELECT *, lag(coalesce(is_on, false)) OVER (PARTITION BY pool ORDER BY event_time, event_id) AS was_on
    FROM states
), basic AS (
    SELECT pool, min(event_time) AS first_time
    FROM issues
    WHERE flow = 'basic' AND error_code IS NULL
    GROUP BY pool
)
SELECT
    changes.pool,
    CAST(NULL AS varchar) AS identity,
    CAST(NULL AS varchar) AS role,
    changes.pool AS subject,
    coalesce(changes.caller_arn, 'an unknown caller') || ' switched the basic flow on from ' || coalesce(changes.source_ip, 'an unknown address')
        || CASE WHEN changes.was_on IS NULL THEN '; the state before is not in the logs' ELSE '' END AS detail,
    changes.event_time AS first_time,
    changes.event_time AS last_time,
    ARRAY[changes.event_id] AS event_ids
FROM changes
LEFT JOIN basic ON changes.pool = basic.pool
WHERE changes.action = 'UpdateIdentityPool'
    AND changes.is_on
    AND NOT coalesce(changes.was_on, basic.first_time < changes.event_time, false)
