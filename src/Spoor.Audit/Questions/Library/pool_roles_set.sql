---
title: 'Which roles were attached to pools, and by whom'
group: Cognito
---
SELECT eventtime, json_extract_scalar(requestparameters, '$.identityPoolId') AS pool, json_format(json_extract(requestparameters, '$.roles')) AS roles, json_format(json_extract(requestparameters, '$.roleMappings')) AS mappings, useridentity.arn AS who, errorcode, eventid
FROM cloudtrail
WHERE eventsource = 'cognito-identity.amazonaws.com' AND eventname = 'SetIdentityPoolRoles'
ORDER BY eventtime DESC
