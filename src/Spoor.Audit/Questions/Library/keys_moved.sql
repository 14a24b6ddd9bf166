---
title: 'Keys that were used from another address than they were given to'
group: Cognito
needs:
  what: 'Cognito data events of identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' AND eventname IN (''GetId'', ''GetCredentialsForIdentity'', ''GetOpenIdToken'', ''GetOpenIdTokenForDeveloperIdentity'', ''UnlinkIdentity'')'
---
SELECT issued.identity, issued.accesskeyid, issued.sourceipaddress AS givento, calls.sourceipaddress AS usedfrom, count(DISTINCT calls.eventid) + count_if(calls.eventid IS NULL) AS calls, min(calls.eventtime) AS first, max(calls.eventtime) AS last
FROM identity_pool_events AS issued
JOIN identity_pool_calls AS calls ON calls.accesskeyid = issued.accesskeyid
WHERE issued.eventname = 'GetCredentialsForIdentity' AND calls.sourceipaddress <> issued.sourceipaddress AND NOT calls.sourceipaddress LIKE '%.amazonaws.com' AND calls.sourceipaddress <> 'AWS Internal'
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC
