---
title: 'What the logs hold of the pools'' work, by account, region and day'
group: Cognito
see: 'spoor coverage says which days and regions are missing'
---
SELECT account, region, day, count(*) AS records,
  count_if(eventsource = 'cognito-identity.amazonaws.com' AND eventname IN ('GetId', 'GetCredentialsForIdentity', 'GetOpenIdToken')) AS pooldata,
  count_if(eventname = 'AssumeRoleWithWebIdentity') AS webidentity,
  count_if(eventsource = 's3.amazonaws.com' AND eventname IN ('GetObject', 'PutObject', 'DeleteObject')) AS objects,
  count_if(eventsource = 'lambda.amazonaws.com' AND eventname LIKE 'Invoke%') AS invocations,
  count_if(eventsource = 'dynamodb.amazonaws.com' AND eventname IN ('GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem', 'DeleteItem')) AS items
FROM cloudtrail
GROUP BY account, region, day
ORDER BY day, account, region
