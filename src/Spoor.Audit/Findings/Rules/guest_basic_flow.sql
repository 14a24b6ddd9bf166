---
id: guest_basic_flow
title: A guest took a role by the basic flow, where the pool's roles are not known
severity: medium
why: >-
  In the basic flow the client itself chooses role, session name and duration, and the session policy that cuts guests down does not apply: the guest has all
  that the role allows. Which roles the pool means to give cannot be told, as no SetIdentityPoolRoles of the pool lies before the session.
what_to_do: >-
  Compare the role with those that the pool gives (aws cognito-identity get-identity-pool-roles). Switch the basic (classic) flow off unless the app needs it,
  and let the role's trust policy require what is meant: the pool's id as aud, and amr. Review what the session did: spoor trace ROLE.
false_alarm: >-
  An app that uses the basic flow on purpose, with a guest role that is narrow enough by itself. Give the audit logs that reach back to the pool's
  SetIdentityPoolRoles: then role_not_attached judges the role, and this rule is silent.
---
WITH configured AS (
    SELECT pool, min(event_time) AS since
    FROM config_changes
    WHERE action = 'SetIdentityPoolRoles' AND error_code IS NULL
    GROUP BY pool
), taken AS (
    SELECT issues.pool, issues.identity, issues.role, issues.event_id, issues.event_time
    FROM issues
    LEFT JOIN configured ON issues.pool = configured.pool
    WHERE issues.flow = 'basic'
        AND issues.access = 'guest'
        AND issues.error_code IS NULL
        AND issues.pool IS NOT NULL
        AND NOT coalesce(issues.event_time >= configured.since, false)
)
SELECT
    pool,
    CASE WHEN count(DISTINCT identity) = 1 AND NOT {one_by_one} THEN max(identity) END AS identity,
    role,
    coalesce(role, pool) AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' session' ELSE ' sessions' END || ' of '
        || CASE WHEN count(DISTINCT identity) = 1 THEN 'a guest' ELSE CAST(count(DISTINCT identity) AS varchar) || ' guests' END
        || ' by the basic flow' || coalesce(' with the role ' || element_at(split(role, '/'), -1), '') || '; the guest session policy did not apply' AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM taken
GROUP BY pool, role
