---
title: 'Who changed pools, their roles, tags and trust'
group: Cognito
---
SELECT eventtime, eventsource, eventname, coalesce(json_extract_scalar(requestparameters, '$.identityPoolId'), json_extract_scalar(requestparameters, '$.identityPoolName'), json_extract_scalar(requestparameters, '$.roleName')) AS changed, useridentity.arn AS who, sourceipaddress, errorcode, eventid
FROM cloudtrail
WHERE (eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('CreateIdentityPool', 'UpdateIdentityPool', 'DeleteIdentityPool', 'SetIdentityPoolRoles', 'SetPrincipalTagAttributeMap', 'DeleteIdentities'))
  OR (eventsource = 'iam.amazonaws.com' AND eventname IN ('UpdateAssumeRolePolicy', 'CreateRole', 'PutRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy') AND strpos(requestparameters, 'cognito') > 0)
ORDER BY eventtime DESC
