---
id: iam_sts_org_call
title: A pool session calls IAM, STS or Organizations
severity: high
severity_by_row: true
why: >-
  Apps of end users have no business with the account's identities. Who holds a stolen key lists users, roles and policies with it, looking for a way up.
  GetCallerIdentity alone says little, as no policy can stop it and many programs call it: it is worth knowing, no more.
what_to_do: >-
  Revoke the role's open sessions if the client is not the app. Take iam:*, sts:* and organizations:* out of the role. What else the session did: spoor trace KEY.
false_alarm: >-
  An app for administrators that is built on a pool, or one that switches roles. Known calls belong into ignored_calls of the thresholds file. Refused calls count too.
---
WITH calls AS (
    SELECT
        pool, identity, origin_role, access_key_id, depth, event_id, event_time, error_code, service || ':' || action AS call,
        any_match({quiet_calls}, pattern -> service || ':' || action LIKE replace(pattern, '*', '%')) AS is_quiet
    FROM uses
    WHERE certainty <> 'candidate'
        AND nullif(invoked_by, '') IS NULL
        AND contains({services}, service)
        AND none_match({ignored_calls}, pattern -> service || ':' || action LIKE replace(pattern, '*', '%'))
), people AS (
    -- What one identity did with a role; who did the same with it is one finding.
    SELECT
        pool, identity, origin_role, min(access_key_id) AS access_key_id,
        coalesce(array_join(array_agg(DISTINCT call ORDER BY call) FILTER (WHERE NOT is_quiet), ', '), '') AS loud_calls,
        array_agg(DISTINCT call) AS all_calls,
        count(*) AS calls, count(error_code) AS errors, count(*) FILTER (WHERE depth > 0) AS chained,
        min(event_time) AS first_time, max(event_time) AS last_time,
        array_agg(event_id ORDER BY event_time, event_id) AS event_ids
    FROM calls
    GROUP BY pool, identity, origin_role
), found AS (
    SELECT
        pool, origin_role, loud_calls, count(*) AS people, max(identity) AS identity, min(access_key_id) AS access_key_id,
        sum(calls) AS calls, sum(errors) AS errors, sum(chained) AS chained,
        array_sort(array_distinct(flatten(array_agg(all_calls)))) AS all_calls,
        min(first_time) AS first_time, max(last_time) AS last_time,
        flatten(array_agg(event_ids ORDER BY first_time, identity)) AS event_ids
    FROM people
    GROUP BY pool, origin_role, loud_calls, CASE WHEN {one_by_one} AND loud_calls <> '' THEN coalesce(identity, access_key_id) END
)
SELECT
    pool,
    CASE WHEN people = 1 AND loud_calls <> '' THEN identity END AS identity,
    origin_role AS role,
    CASE WHEN people = 1 AND loud_calls <> '' THEN coalesce(identity, access_key_id, pool) ELSE coalesce(origin_role, pool) END AS subject,
    CAST(calls AS varchar) || CASE WHEN calls = 1 THEN ' call' ELSE ' calls' END
        || CASE WHEN people = 1 AND loud_calls <> '' THEN '' WHEN people = 1 THEN ' of 1 identity' ELSE ' of ' || CAST(people AS varchar) || ' identities' END
        || CASE WHEN errors = 0 THEN '' ELSE ', ' || CAST(errors AS varchar) || ' refused or failed' END
        || CASE WHEN chained = 0 THEN '' ELSE ', ' || CAST(chained AS varchar) || ' behind a role chain' END || ': '
        || array_join(slice(all_calls, 1, 5), ', ')
        || CASE WHEN cardinality(all_calls) > 5 THEN ', ...' ELSE '' END AS detail,
    first_time,
    last_time,
    event_ids,
    CASE WHEN loud_calls = '' THEN 'info' END AS severity
FROM found
