---
title: 'KMS keys by who used them for what'
group: Data
needs:
  what: 'events of KMS, which trails may leave out'
  where: 'eventsource = ''kms.amazonaws.com'''
---
SELECT resources[1].arn AS key, coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, max(eventtime) AS last
FROM cloudtrail
WHERE eventsource = 'kms.amazonaws.com' AND cardinality(resources) > 0
GROUP BY 1, 2, 3
ORDER BY calls DESC, key, who
