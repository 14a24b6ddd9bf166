---
title: 'Roles that a pool''s identities went on to'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
see: 'spoor audit cognito counts what was done behind the chains'
---
SELECT chained.eventtime, calls.pool, calls.identity, calls.role AS fromrole, chained.role AS intorole, chained.session, chained.accesskeyid, chained.errorcode, chained.eventid
FROM role_sessions AS chained
JOIN identity_pool_calls AS calls ON calls.eventid = chained.eventid
WHERE chained.eventname = 'AssumeRole'
ORDER BY chained.eventtime DESC
