---
id: iam_sts_org_call
title: A pool session calls IAM, STS or Organizations
severity: high
why: >-
  Apps of end users have no business with the account's identities. Who holds a stolen key begins with GetCallerIdentity and goes on to list users, roles and
  policies, looking for a way up.
what_to_do: >-
  Revoke the role's open sessions if the client is not the app. Take iam:*, sts:* and organizations:* out of the role. What else the session did: spoor trace KEY.
false_alarm: >-
  An app for administrators that is built on a pool, or one that switches roles. Known calls belong into ignored_calls of the thresholds file. Refused calls count too.
---
SELECT
    pool,
    identity,
    origin_role AS role,
    coalesce(identity, min(access_key_id), pool) AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' call' ELSE ' calls' END
        || CASE WHEN count(error_code) = 0 THEN '' ELSE ', ' || CAST(count(error_code) AS varchar) || ' refused or failed' END
        || CASE WHEN max(depth) = 0 THEN '' ELSE ', ' || CAST(count(*) FILTER (WHERE depth > 0) AS varchar) || ' behind a role chain' END || ': '
        || array_join(slice(array_agg(DISTINCT service || ':' || action ORDER BY service || ':' || action), 1, 5), ', ')
        || CASE WHEN count(DISTINCT service || ':' || action) > 5 THEN ', ...' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM uses
WHERE certainty <> 'candidate'
    AND nullif(invoked_by, '') IS NULL
    AND contains({services}, service)
    AND none_match({ignored_calls}, pattern -> service || ':' || action LIKE replace(pattern, '*', '%'))
GROUP BY pool, identity, origin_role
