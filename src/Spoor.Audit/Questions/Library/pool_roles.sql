---
title: 'Which roles pools gave'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  pool:
    about: 'The pool, as us-east-1:1a2b...; without it all.'
    default: ''
---
SELECT pool, role, count(DISTINCT eventid) + count_if(eventid IS NULL) AS sessions, count(DISTINCT identity) AS identities, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, min(eventtime) AS first, max(eventtime) AS last
FROM identity_pool_events
WHERE role IS NOT NULL AND ({pool} = '' OR pool = {pool})
GROUP BY pool, role
ORDER BY sessions DESC, role
