---
title: 'Addresses that made many identities in an hour'
group: Cognito
needs:
  what: 'Cognito data events of identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' AND eventname IN (''GetId'', ''GetCredentialsForIdentity'', ''GetOpenIdToken'', ''GetOpenIdTokenForDeveloperIdentity'', ''UnlinkIdentity'')'
parameters:
  least:
    about: 'How many identities are many.'
    default: '10'
---
SELECT sourceipaddress, pool, concat(substr(eventtime, 1, 13), ':00Z') AS hour, count(DISTINCT identity) AS identities, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls
FROM identity_pool_events
WHERE eventname = 'GetId' AND errorcode IS NULL
GROUP BY 1, 2, 3
HAVING count(DISTINCT identity) >= CAST({least} AS bigint)
ORDER BY identities DESC, hour
