---
title: 'Login providers by pool'
group: Cognito
needs:
  what: 'Cognito data events of identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' AND eventname IN (''GetId'', ''GetCredentialsForIdentity'', ''GetOpenIdToken'', ''GetOpenIdTokenForDeveloperIdentity'', ''UnlinkIdentity'')'
---
SELECT pool, provider, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT identity) AS identities, max(eventtime) AS last
FROM (
  SELECT element_at(split(resources[1].arn, '/'), -1) AS pool, coalesce(json_extract_scalar(requestparameters, '$.identityId'), json_extract_scalar(responseelements, '$.identityId')) AS identity, map_keys(CAST(json_extract(requestparameters, '$.logins') AS map(varchar, json))) AS providers, eventid, eventtime
  FROM cloudtrail
  WHERE eventsource = 'cognito-identity.amazonaws.com' AND cardinality(resources) > 0 AND json_extract(requestparameters, '$.logins') IS NOT NULL
)
CROSS JOIN UNNEST(providers) AS logins (provider)
GROUP BY pool, provider
ORDER BY calls DESC
