---
title: 'What was done from an address'
group: Access
parameters:
  address:
    about: 'The address, as records write it.'
---
SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, useridentity.accesskeyid AS accesskeyid, eventsource, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS errors, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
WHERE sourceipaddress = {address}
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, who, eventname
