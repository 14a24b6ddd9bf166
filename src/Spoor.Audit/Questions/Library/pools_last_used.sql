---
title: 'Pools by their last use, oldest first'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT pool, max(eventtime) AS last, count(DISTINCT eventid) + count_if(eventid IS NULL) AS events, count(DISTINCT identity) AS identities, array_join(array_agg(DISTINCT eventname), ', ') AS what
FROM (
  SELECT pool, identity, eventid, eventtime, eventname FROM identity_pool_events
  UNION ALL
  SELECT pool, identity, eventid, eventtime, eventname FROM identity_pool_calls
)
WHERE pool IS NOT NULL
GROUP BY pool
ORDER BY last
