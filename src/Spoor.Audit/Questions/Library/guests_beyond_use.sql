---
title: 'Guests that listed, looked around or changed things'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT pool, identity, role, eventsource, eventname, errorcode, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, max(eventtime) AS last
FROM identity_pool_calls
WHERE amr LIKE '%"unauthenticated"%'
  AND (eventsource IN ('iam.amazonaws.com', 'sts.amazonaws.com', 'organizations.amazonaws.com', 'secretsmanager.amazonaws.com', 'ssm.amazonaws.com') OR regexp_like(eventname, '^(List|Describe|Create|Update|Delete|Put.*Policy|Attach)'))
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY calls DESC, identity
