---
id: identity_farming
title: One address makes many new identities in a short time
severity: medium
why: >-
  Every GetId of a guest makes a new identity, free of charge and without a limit per address. Someone who makes many tests the pool, wears out quotas, hides
  behind changing identities, or fills a service that counts by identity.
what_to_do: >-
  Look at what the identities did: spoor trace IDENTITY. Block the address in front of the app, ask for sign-in, or switch guests off if the app does not
  need them.
false_alarm: >-
  Many people behind one address (office, school, mobile carrier) who open the app for the first time, as after a campaign or a release; a load test; an app that
  does not keep its identity.
---
WITH seen AS (
    SELECT identity, event_time FROM pool_events WHERE identity IS NOT NULL
    UNION ALL
    SELECT identity, event_time FROM issues WHERE identity IS NOT NULL
    UNION ALL
    SELECT identity, event_time FROM uses WHERE identity IS NOT NULL AND certainty <> 'candidate'
), first_seen AS (
    SELECT identity, min(event_time) AS event_time FROM seen GROUP BY identity
), recorded AS (
    -- Where GetId is recorded, it alone tells that an identity is new: an issue may be that of an old one, not seen before because the logs begin there.
    SELECT pool FROM client_events WHERE what = 'get_id' GROUP BY pool
), made AS (
    SELECT
        events.pool, events.identity, events.address, events.source_ip, events.event_id, events.event_time, events.seconds,
        row_number() OVER (PARTITION BY events.identity ORDER BY events.event_id) AS choice
    FROM client_events AS events
    JOIN first_seen ON events.identity = first_seen.identity AND events.event_time = first_seen.event_time
    LEFT JOIN recorded ON events.pool = recorded.pool
    WHERE events.what = CASE WHEN recorded.pool IS NULL THEN 'issue' ELSE 'get_id' END
        AND events.access IS DISTINCT FROM 'authenticated'
), counted AS (
    SELECT *, lag(seconds, {identities} - 1) OVER (PARTITION BY pool, address ORDER BY seconds, event_id) AS start
    FROM made
    WHERE choice = 1
), reached AS (
    -- The next moment at which the number is reached: the identity belongs to it if it was made within the time before.
    SELECT
        *,
        min(CASE WHEN seconds - start <= {minutes} * 60 THEN seconds END)
            OVER (PARTITION BY pool, address ORDER BY seconds, event_id ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS moment
    FROM counted
)
SELECT
    pool,
    CAST(NULL AS varchar) AS identity,
    CAST(NULL AS varchar) AS role,
    max(source_ip) AS subject,
    CAST(count(*) AS varchar) || ' new identities from ' || max(source_ip) || ', ' || CAST({identities} AS varchar) || ' or more within '
        || CAST({minutes} AS varchar) || ' minutes' AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM reached
WHERE moment - seconds <= {minutes} * 60
GROUP BY pool, address
