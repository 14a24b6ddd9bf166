---
title: 'Whose access key this is, and how it was used'
group: Access
parameters:
  key:
    about: 'The access key, AKIA... or ASIA...'
see: 'spoor trace KEY follows the key to who got it'
---
SELECT useridentity.type AS type, useridentity.arn AS arn, useridentity.accountid AS owneraccount, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS errors, min(eventtime) AS first, max(eventtime) AS last, count(DISTINCT sourceipaddress) AS addresses
FROM cloudtrail
WHERE useridentity.accesskeyid = {key}
GROUP BY 1, 2, 3
ORDER BY calls DESC
