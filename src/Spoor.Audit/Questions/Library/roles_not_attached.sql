---
title: 'Roles that a pool''s identities took and that were never attached to the pool'
group: Cognito
needs:
  what: 'changes of pools'' roles (SetIdentityPoolRoles)'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' AND eventname = ''SetIdentityPoolRoles'''
---
WITH attached AS (
  SELECT json_extract_scalar(requestparameters, '$.identityPoolId') AS pool, requestparameters AS settings
  FROM cloudtrail
  WHERE eventsource = 'cognito-identity.amazonaws.com' AND eventname = 'SetIdentityPoolRoles' AND errorcode IS NULL
), given AS (
  SELECT pool, role, count(DISTINCT eventid) + count_if(eventid IS NULL) AS sessions, count(DISTINCT identity) AS identities, max(eventtime) AS last
  FROM identity_pool_events
  WHERE role IS NOT NULL AND errorcode IS NULL
  GROUP BY pool, role
)
SELECT given.pool, given.role, given.sessions, given.identities, given.last
FROM given
WHERE given.pool IN (SELECT pool FROM attached)
  AND NOT EXISTS (SELECT 1 FROM attached WHERE attached.pool = given.pool AND strpos(attached.settings, given.role) > 0)
ORDER BY sessions DESC
