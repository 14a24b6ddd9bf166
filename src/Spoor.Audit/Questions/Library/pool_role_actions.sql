---
title: 'What was called with each role of a pool'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  pool:
    about: 'The pool, as us-east-1:1a2b...; without it all.'
    default: ''
see: 'spoor policy ROLE compares it with what the role allows'
---
SELECT role, eventsource, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, count(DISTINCT identity) AS identities, max(eventtime) AS last
FROM identity_pool_calls
WHERE ({pool} = '' OR pool = {pool})
GROUP BY 1, 2, 3
ORDER BY role, calls DESC, eventname
