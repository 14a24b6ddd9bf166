---
title: 'What a user of a user pool did through identity pools'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
parameters:
  sub:
    about: 'The user''s sub.'
see: 'spoor trace SUB has what the user did in the user pool, too'
---
SELECT eventtime, pool, identity, role, eventsource, eventname, errorcode, sourceipaddress, eventid
FROM identity_pool_calls
WHERE amr LIKE concat('%:CognitoSignIn:', {sub}, '%')
ORDER BY eventtime DESC
