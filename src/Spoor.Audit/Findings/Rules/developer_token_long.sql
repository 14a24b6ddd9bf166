---
id: developer_token_long
title: A developer-identity token with a long life
severity: low
why: >-
  Whoever holds the token from GetOpenIdTokenForDeveloperIdentity can exchange it for credentials as often as they like while it lives. It cannot be called back; a day is long for something that lies in an app.
what_to_do: >-
  Let the backend ask for a shorter TokenDuration (the default is 15 minutes) and fetch a new token when one is needed.
false_alarm: >-
  A backend that keeps the token to itself and hands out only credentials.
---
WITH tokens AS (
    SELECT pool, identity, caller_arn, event_id, event_time, TRY_CAST(json_extract_scalar(request, '$.tokenDuration') AS bigint) AS seconds
    FROM pool_events
    WHERE service = 'cognito-identity.amazonaws.com' AND action = 'GetOpenIdTokenForDeveloperIdentity' AND error_code IS NULL
)
SELECT
    pool,
    CASE WHEN count(DISTINCT identity) = 1 THEN max(identity) END AS identity,
    CAST(NULL AS varchar) AS role,
    coalesce(caller_arn, pool) AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' token' ELSE ' tokens' END || ' of up to ' || CAST(max(seconds) AS varchar)
        || ' seconds for ' || CAST(count(DISTINCT identity) AS varchar) || CASE WHEN count(DISTINCT identity) = 1 THEN ' identity' ELSE ' identities' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM tokens
WHERE seconds > {seconds}
GROUP BY pool, caller_arn
