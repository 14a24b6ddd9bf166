---
title: 'Roles assumed through SAML or web identity, by provider'
group: Access
---
SELECT eventname, coalesce(json_extract_scalar(requestparameters, '$.sAMLAssertionID'), useridentity.identityprovider, json_extract_scalar(responseelements, '$.provider')) AS provider, json_extract_scalar(requestparameters, '$.roleArn') AS role, count(DISTINCT eventid) + count_if(eventid IS NULL) AS sessions, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, max(eventtime) AS last
FROM cloudtrail
WHERE eventsource = 'sts.amazonaws.com' AND eventname IN ('AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity')
GROUP BY 1, 2, 3
ORDER BY sessions DESC
