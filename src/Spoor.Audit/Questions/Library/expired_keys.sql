---
title: 'Keys of pools that were used after their end'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT eventtime, pool, identity, accesskeyid, eventsource, eventname, errorcode, sourceipaddress, eventid
FROM identity_pool_calls
WHERE errorcode LIKE 'ExpiredToken%' OR errorcode IN ('RequestExpired', 'Client.RequestExpired')
ORDER BY eventtime DESC
