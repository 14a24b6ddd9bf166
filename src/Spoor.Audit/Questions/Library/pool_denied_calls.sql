---
title: 'Denied calls by key of a pool: who tries things out'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT pool, identity, accesskeyid, count(DISTINCT eventid) + count_if(eventid IS NULL) AS denied, count(DISTINCT concat(eventsource, eventname)) AS actions, min(eventtime) AS first, max(eventtime) AS last
FROM identity_pool_calls
WHERE errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%UnauthorizedOperation' OR errorcode IN ('NotAuthorizedException', 'UnauthorizedException')
GROUP BY 1, 2, 3
ORDER BY denied DESC, accesskeyid
