---
id: role_guessing
title: Several roles are asked for and refused
severity: medium
why: >-
  Whoever asks for one role after another (customRoleArn of GetCredentialsForIdentity, or AssumeRoleWithWebIdentity in the basic flow) and is refused looks for
  a role whose trust policy admits the pool. An app knows its roles.
what_to_do: >-
  See what the identity was granted: spoor trace IDENTITY. Check the trust policies of all roles that admit the pool, block the address in front of the app, and
  switch the basic flow and guests off if the app does not need them.
false_alarm: >-
  An app whose roles are misconfigured is refused the same one or two again and again; that does not count. One with a role per tenant or group whose trust
  policies all fail looks the same.
---
WITH guesses AS (
    SELECT pool, identity, source_ip, json_extract_scalar(request, '$.customRoleArn') AS role, event_id, event_time
    FROM pool_events
    WHERE service = 'cognito-identity.amazonaws.com'
        AND action = 'GetCredentialsForIdentity'
        AND error_code IS NOT NULL
        AND NOT contains({ignored_errors}, error_code)
    UNION ALL
    SELECT pool, identity, source_ip, role, event_id, event_time
    FROM issues
    WHERE flow = 'basic' AND error_code IS NOT NULL AND NOT contains({ignored_errors}, error_code)
), timed AS (
    SELECT *, CAST(to_unixtime(TRY(from_iso8601_timestamp(event_time))) AS bigint) AS seconds
    FROM guesses
    WHERE role IS NOT NULL
), grouped AS (
    -- One identity may come from many addresses, and one address may make an identity for each guess.
    SELECT 'address' AS kind, source_ip AS name, pool, role, event_id, seconds FROM timed WHERE source_ip IS NOT NULL
    UNION ALL
    SELECT 'identity', identity, pool, role, event_id, seconds FROM timed WHERE identity IS NOT NULL
), repeated AS (
    SELECT *, lag(seconds) OVER (PARTITION BY pool, kind, name, role ORDER BY seconds, event_id) AS before
    FROM grouped
), counted AS (
    -- A role that is asked for again within the time counts once.
    SELECT *, lag(seconds, {roles} - 1) OVER (PARTITION BY pool, kind, name ORDER BY seconds, event_id) AS start
    FROM repeated
    WHERE before IS NULL OR seconds - before > {hours} * 3600
), spans AS (
    SELECT pool, kind, name, min(start) AS start, max(seconds) AS finish
    FROM counted
    WHERE seconds - start <= {hours} * 3600
    GROUP BY pool, kind, name
), placed AS (
    SELECT timed.*, CASE WHEN of_address.name IS NOT NULL THEN 'address ' || of_address.name ELSE 'identity ' || of_identity.name END AS guesser
    FROM timed
    LEFT JOIN spans AS of_address
        ON of_address.kind = 'address' AND of_address.name = timed.source_ip AND of_address.pool IS NOT DISTINCT FROM timed.pool
        AND timed.seconds BETWEEN of_address.start AND of_address.finish
    LEFT JOIN spans AS of_identity
        ON of_identity.kind = 'identity' AND of_identity.name = timed.identity AND of_identity.pool IS NOT DISTINCT FROM timed.pool
        AND timed.seconds BETWEEN of_identity.start AND of_identity.finish
)
SELECT
    pool,
    CASE WHEN count(DISTINCT identity) = 1 THEN max(identity) END AS identity,
    CAST(NULL AS varchar) AS role,
    CASE WHEN count(DISTINCT identity) = 1 THEN max(identity) ELSE coalesce(max(source_ip), pool) END AS subject,
    CAST(count(DISTINCT role) AS varchar) || ' roles refused in ' || CAST(count(*) AS varchar) || ' attempts from '
        || CASE WHEN count(DISTINCT source_ip) = 1 THEN max(source_ip) ELSE CAST(count(DISTINCT source_ip) AS varchar) || ' addresses' END
        || CASE WHEN count(DISTINCT identity) > 1 THEN ' by ' || CAST(count(DISTINCT identity) AS varchar) || ' identities' ELSE '' END || ': '
        || array_join(slice(array_agg(DISTINCT role ORDER BY role), 1, 5), ', ') || CASE WHEN count(DISTINCT role) > 5 THEN ', ...' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM placed
WHERE guesser IS NOT NULL
GROUP BY pool, guesser
