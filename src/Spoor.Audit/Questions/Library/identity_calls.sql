---
title: 'Which calls were made with an identity''s credentials'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  identity:
    about: 'The identity, as us-east-1:1a2b....'
see: 'spoor trace IDENTITY has every call, with those found by key'
---
SELECT eventsource, eventname, errorcode, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, min(eventtime) AS first, max(eventtime) AS last, count(DISTINCT sourceipaddress) AS addresses
FROM identity_pool_calls
WHERE identity = {identity}
GROUP BY 1, 2, 3
ORDER BY calls DESC, eventname
