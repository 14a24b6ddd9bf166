---
title: 'Identities at several addresses within an hour'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT identity, pool, concat(substr(eventtime, 1, 13), ':00Z') AS hour, count(DISTINCT sourceipaddress) AS addresses, array_join(array_agg(DISTINCT sourceipaddress), ', ') AS which, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls
FROM identity_pool_calls
WHERE NOT sourceipaddress LIKE '%.amazonaws.com' AND sourceipaddress <> 'AWS Internal'
GROUP BY 1, 2, 3
HAVING count(DISTINCT sourceipaddress) > 1
ORDER BY addresses DESC, hour
