---
id: denied_enumeration
title: One session has many different calls denied in a short time
severity: medium
why: >-
  An app calls what it was written to call. A session that tries one API after another and is refused looks for what its key can do.
what_to_do: >-
  See which of its calls were granted: spoor trace KEY. Revoke the role's open sessions if the client is not the app, and keep the role's policies as narrow as
  they proved to be.
false_alarm: >-
  A new release of the app whose role lacks several permissions: then many sessions are refused the same few calls.
---
WITH denied AS (
    SELECT
        pool, identity, role, access_key_id, coalesce(access_key_id, session_name, identity) AS session, event_id, event_time, service || ':' || action AS call,
        CAST(to_unixtime(TRY(from_iso8601_timestamp(event_time))) AS bigint) AS seconds
    FROM uses
    WHERE certainty <> 'candidate' AND nullif(invoked_by, '') IS NULL AND regexp_like(error_code, {denied})
), repeated AS (
    SELECT *, lag(seconds) OVER (PARTITION BY pool, session, call ORDER BY seconds, event_id) AS before
    FROM denied
), counted AS (
    -- A call that is tried again within the time counts once.
    SELECT *, lag(seconds, {calls} - 1) OVER (PARTITION BY pool, session ORDER BY seconds, event_id) AS start
    FROM repeated
    WHERE before IS NULL OR seconds - before > {minutes} * 60
), spans AS (
    SELECT pool, session, min(start) AS start, max(seconds) AS finish
    FROM counted
    WHERE seconds - start <= {minutes} * 60
    GROUP BY pool, session
)
SELECT
    denied.pool,
    max(denied.identity) AS identity,
    max(denied.role) AS role,
    denied.session AS subject,
    CAST(count(DISTINCT denied.call) AS varchar) || ' different calls denied: '
        || array_join(slice(array_agg(DISTINCT denied.call ORDER BY denied.call), 1, 5), ', ')
        || CASE WHEN count(DISTINCT denied.call) > 5 THEN ', ...' ELSE '' END AS detail,
    min(denied.event_time) AS first_time,
    max(denied.event_time) AS last_time,
    array_agg(denied.event_id ORDER BY denied.event_time, denied.event_id) AS event_ids
FROM denied
JOIN spans ON denied.pool IS NOT DISTINCT FROM spans.pool AND denied.session = spans.session
WHERE denied.seconds BETWEEN spans.start AND spans.finish
GROUP BY denied.pool, denied.session
