---
title: 'Secrets and parameters that were read'
group: Data
---
SELECT coalesce(json_extract_scalar(requestparameters, '$.secretId'), json_extract_scalar(requestparameters, '$.name'), json_extract_scalar(requestparameters, '$.path')) AS secret, coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
WHERE (eventsource = 'secretsmanager.amazonaws.com' AND eventname IN ('GetSecretValue', 'BatchGetSecretValue'))
  OR (eventsource = 'ssm.amazonaws.com' AND eventname IN ('GetParameter', 'GetParameters', 'GetParametersByPath'))
GROUP BY 1, 2, 3
ORDER BY calls DESC, secret, who
