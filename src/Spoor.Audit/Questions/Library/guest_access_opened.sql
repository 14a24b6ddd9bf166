---
title: 'Pools to which guests or the basic flow were admitted'
group: Cognito
---
SELECT eventtime, eventname, coalesce(json_extract_scalar(requestparameters, '$.identityPoolId'), json_extract_scalar(responseelements, '$.identityPoolId')) AS pool, json_extract_scalar(requestparameters, '$.allowUnauthenticatedIdentities') AS guests, json_extract_scalar(requestparameters, '$.allowClassicFlow') AS basicflow, useridentity.arn AS who, sourceipaddress, errorcode, eventid
FROM cloudtrail
WHERE eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('CreateIdentityPool', 'UpdateIdentityPool')
  AND (json_extract_scalar(requestparameters, '$.allowUnauthenticatedIdentities') = 'true' OR json_extract_scalar(requestparameters, '$.allowClassicFlow') = 'true')
ORDER BY eventtime DESC
