---
id: first_api_use
title: First use of an API by a role with a long record
severity: low
why: >-
  An app's calls repeat. After a long record a call of a new kind is a new release, or someone who uses the app's role for something else.
what_to_do: >-
  Compare with the app's releases. If none explains it, follow the session: spoor trace KEY.
false_alarm: >-
  A new release, a rare function of the app, or data events that were switched on only then. The longer the logs, the rarer are false alarms. Refused calls do not count.
---
WITH granted AS (
    SELECT
        pool, identity, role, service, action, event_id, event_time,
        row_number() OVER (PARTITION BY role, service, action ORDER BY event_time, event_id) AS nth,
        row_number() OVER (PARTITION BY role ORDER BY event_time, event_id) - 1 AS calls_before,
        min(event_time) OVER (PARTITION BY role) AS since
    FROM uses
    WHERE certainty <> 'candidate' AND role IS NOT NULL AND error_code IS NULL AND nullif(invoked_by, '') IS NULL AND event_time IS NOT NULL
)
SELECT
    pool,
    identity,
    role,
    service || ':' || action AS subject,
    'first ' || service || ':' || action || ' of ' || element_at(split(role, '/'), -1) || ' after ' || CAST(calls_before AS varchar) || ' calls since ' || substr(since, 1, 10) AS detail,
    event_time AS first_time,
    event_time AS last_time,
    ARRAY[event_id] AS event_ids
FROM granted
WHERE nth = 1
    AND calls_before >= {calls}
    AND date_diff('day', TRY(from_iso8601_timestamp(since)), TRY(from_iso8601_timestamp(event_time))) >= {days}
