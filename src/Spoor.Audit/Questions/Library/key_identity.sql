---
title: 'To which identity a key was given'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  key:
    about: 'The access key, ASIA....'
see: 'spoor trace KEY follows it to the user and to every call'
---
SELECT eventtime, eventname, pool, identity, role, sourceipaddress, useragent, eventid
FROM identity_pool_events
WHERE accesskeyid = {key}
ORDER BY eventtime
