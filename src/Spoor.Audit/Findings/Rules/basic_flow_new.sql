---
id: basic_flow_new
title: First use of the basic flow on a pool that had used only the enhanced flow
severity: medium
why: >-
  In the basic flow the client exchanges its token at STS itself and chooses role, session name and duration; no session policy limits guests. A pool
  whose app uses the enhanced flow has no client that does so: someone talks to it by hand.
what_to_do: >-
  Ask the app's owners whether a client was changed. If not, switch the basic (classic) flow off on the pool, and follow the session: spoor trace KEY.
false_alarm: >-
  A new release of the app, or a first use of a service that guests of the enhanced flow cannot reach; or older basic-flow issues lie before the logs.
---
WITH granted AS (
    SELECT *, row_number() OVER (PARTITION BY pool, flow ORDER BY event_time, event_id) AS nth
    FROM issues
    WHERE error_code IS NULL AND pool IS NOT NULL
), first_basic AS (
    SELECT * FROM granted WHERE flow = 'basic' AND nth = 1
), before AS (
    SELECT granted.pool, count(*) AS issues
    FROM granted
    JOIN first_basic ON granted.pool = first_basic.pool
    WHERE granted.flow = 'enhanced' AND granted.event_time < first_basic.event_time
    GROUP BY granted.pool
)
SELECT
    first_basic.pool,
    first_basic.identity,
    first_basic.role,
    first_basic.pool AS subject,
    'first basic-flow issue, after ' || CAST(before.issues AS varchar) || ' of the enhanced flow; from ' || coalesce(first_basic.source_ip, 'an unknown address') AS detail,
    first_basic.event_time AS first_time,
    first_basic.event_time AS last_time,
    ARRAY[first_basic.event_id, first_basic.sts_event_id, first_basic.cognito_event_id] AS event_ids
FROM first_basic
JOIN before ON first_basic.pool = before.pool
WHERE before.issues >= {enhanced_issues}
