---
title: 'Identities and credentials that were refused'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT eventtime, eventname, pool, identity, role, errorcode, errormessage, sourceipaddress, eventid
FROM identity_pool_events
WHERE errorcode IS NOT NULL
ORDER BY eventtime DESC
