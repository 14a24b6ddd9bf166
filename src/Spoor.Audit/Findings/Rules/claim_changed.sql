---
id: claim_changed
title: A user's attributes changed just before a session with other tags
severity: high
why: >-
  Attributes that a pool maps to principal tags decide what policies allow. Where users can write such an attribute themselves, they choose their own rights:
  another tenant, another department, an administrator's group.
what_to_do: >-
  Make every attribute that is mapped to a tag unwritable for app clients (user pool, app client, attribute permissions), or map others. See who made the
  change, and what the session with the new tags did: spoor trace IDENTITY.
false_alarm: >-
  An administrator or a backend changed the attribute on purpose; or a user changed one that is mapped but decides nothing, such as a language.
---
WITH tagged AS (
    SELECT
        pool, identity, role, event_id, event_time,
        coalesce(json_format(TRY(json_parse(principal_tags))), '{}') AS tags,
        lag(event_id) OVER (PARTITION BY pool, identity ORDER BY event_time, event_id) AS event_before,
        lag(coalesce(json_format(TRY(json_parse(principal_tags))), '{}')) OVER (PARTITION BY pool, identity ORDER BY event_time, event_id) AS tags_before
    FROM issues
    WHERE error_code IS NULL AND sts_event_id IS NOT NULL AND identity IS NOT NULL
), differing AS (
    SELECT * FROM tagged WHERE tags <> tags_before
), users AS (
    SELECT DISTINCT identity, user_pool, user_sub FROM identity_users
), changes AS (
    SELECT
        differing.pool, differing.identity, differing.role, differing.event_id, differing.event_time, differing.event_before,
        changed.event_id AS change, changed.event_time AS change_time, changed.action, users.user_sub,
        row_number() OVER (PARTITION BY differing.event_id ORDER BY changed.event_time DESC, changed.event_id) AS choice
    FROM differing
    JOIN users ON differing.identity = users.identity
    JOIN user_events AS changed
        ON coalesce(changed.user_sub, changed.user_name) = users.user_sub
        AND coalesce(changed.user_pool = users.user_pool, true)
    WHERE contains({actions}, changed.action)
        AND changed.error_code IS NULL
        AND date_diff('second', TRY(from_iso8601_timestamp(changed.event_time)), TRY(from_iso8601_timestamp(differing.event_time))) BETWEEN 0 AND {minutes} * 60
)
SELECT
    pool,
    identity,
    role,
    user_sub AS subject,
    action || ' at ' || change_time || ', then a session with other tags than the one before' AS detail,
    change_time AS first_time,
    event_time AS last_time,
    ARRAY[event_before, change, event_id] AS event_ids
FROM changes
WHERE choice = 1
