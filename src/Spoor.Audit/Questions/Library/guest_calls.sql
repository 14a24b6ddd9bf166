---
title: 'Which calls guests made'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  pool:
    about: 'The pool, as us-east-1:1a2b...; without it all.'
    default: ''
---
SELECT pool, role, eventsource, eventname, errorcode, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT identity) AS guests, min(eventtime) AS first, max(eventtime) AS last
FROM identity_pool_calls
WHERE amr LIKE '%"unauthenticated"%' AND ({pool} = '' OR pool = {pool})
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, eventname
