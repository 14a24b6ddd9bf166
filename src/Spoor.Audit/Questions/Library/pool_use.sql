---
title: 'Which identities used the pool, how often, and from where'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  pool:
    about: 'The pool, as us-east-1:1a2b...; without it all.'
    default: ''
see: 'spoor audit cognito ties calls to pools by their keys, too'
---
SELECT pool, identity, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT sourceipaddress) AS addresses, array_join(slice(array_agg(DISTINCT useragent), 1, 3), ' | ') AS agents, min(eventtime) AS first, max(eventtime) AS last
FROM (
  SELECT pool, identity, eventid, sourceipaddress, useragent, eventtime FROM identity_pool_events WHERE errorcode IS NULL
  UNION ALL
  SELECT pool, identity, eventid, sourceipaddress, useragent, eventtime FROM identity_pool_calls
)
WHERE identity IS NOT NULL AND ({pool} = '' OR pool = {pool})
GROUP BY pool, identity
ORDER BY calls DESC, identity
