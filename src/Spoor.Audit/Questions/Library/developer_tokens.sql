---
title: 'Who mints tokens for developer-authenticated identities'
group: Cognito
needs:
  what: 'Cognito data events of identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' AND eventname IN (''GetId'', ''GetCredentialsForIdentity'', ''GetOpenIdToken'', ''GetOpenIdTokenForDeveloperIdentity'', ''UnlinkIdentity'')'
---
SELECT useridentity.arn AS who, json_extract_scalar(requestparameters, '$.identityPoolId') AS pool, json_extract_scalar(requestparameters, '$.tokenDuration') AS seconds, count(DISTINCT eventid) + count_if(eventid IS NULL) AS tokens, count(DISTINCT json_extract_scalar(responseelements, '$.identityId')) AS identities, max(eventtime) AS last
FROM cloudtrail
WHERE eventsource = 'cognito-identity.amazonaws.com' AND eventname = 'GetOpenIdTokenForDeveloperIdentity'
GROUP BY 1, 2, 3
ORDER BY tokens DESC
