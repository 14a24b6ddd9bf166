---
title: 'Sessions of the basic (classic) flow, which no session policy cuts down'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT eventtime, pool, identity, role, sourceipaddress, useragent, json_extract_scalar(requestparameters, '$.roleSessionName') AS session, errorcode, eventid
FROM (
  SELECT eventtime, json_extract_scalar(responseelements, '$.audience') AS pool, json_extract_scalar(responseelements, '$.subjectFromWebIdentityToken') AS identity, json_extract_scalar(requestparameters, '$.roleArn') AS role, sourceipaddress, useragent, requestparameters, errorcode, eventid
  FROM cloudtrail
  WHERE eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoleWithWebIdentity' AND useridentity.identityprovider LIKE 'cognito-identity.amazon%'
)
WHERE json_extract_scalar(requestparameters, '$.roleSessionName') <> 'CognitoIdentityCredentials'
ORDER BY eventtime DESC
