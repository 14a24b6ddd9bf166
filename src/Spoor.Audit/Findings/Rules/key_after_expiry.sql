---
id: key_after_expiry
title: A key is used after its expiration
severity: high
why: >-
  AWS refuses an expired key. A call that was granted contradicts the record of the issue: the records were altered, or the session lives on by other means. One
  that was refused shows that someone still has the key and does not know that its time is over.
what_to_do: >-
  Where a call was granted, validate the log files against their digests (aws cloudtrail validate-logs) and revoke the role's open sessions. Find out who has the
  key: spoor trace KEY.
false_alarm: >-
  A long transfer that began in time is recorded when it ends. An app that does not renew its credentials is refused; if that is common, name the error in
  ignored_errors of the thresholds file.
---
WITH issued AS (
    SELECT access_key_id, issue_event_id AS issue, expiration
    FROM sessions
    WHERE issue_event_id IS NOT NULL AND expiration IS NOT NULL
), late AS (
    SELECT uses.pool, uses.identity, uses.role, uses.access_key_id, uses.event_id, uses.event_time, uses.error_code, issued.issue, issued.expiration
    FROM uses
    JOIN issued ON uses.access_key_id = issued.access_key_id
    WHERE (uses.via = 'key' OR uses.via = 'chain')
        AND NOT contains({ignored_errors}, coalesce(uses.error_code, ''))
        AND date_diff('second', TRY(from_iso8601_timestamp(issued.expiration)), TRY(from_iso8601_timestamp(uses.event_time))) > {skew_seconds}
)
SELECT
    pool,
    identity,
    role,
    access_key_id AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' call' ELSE ' calls' END
        || CASE WHEN count(error_code) = 0 THEN '' ELSE ' (' || CAST(count(error_code) AS varchar) || ' refused or failed)' END
        || ' after the key expired at ' || max(expiration) AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    concat(ARRAY[max(issue)], array_agg(event_id ORDER BY event_time, event_id)) AS event_ids
FROM late
GROUP BY pool, identity, role, access_key_id
