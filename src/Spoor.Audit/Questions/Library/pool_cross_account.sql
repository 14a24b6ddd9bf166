---
title: 'Calls of a pool''s identities in another account than their role''s'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT pool, identity, role, account, eventsource, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, max(eventtime) AS last
FROM identity_pool_calls
WHERE account <> split_part(role, ':', 5)
GROUP BY 1, 2, 3, 4, 5, 6
ORDER BY calls DESC
