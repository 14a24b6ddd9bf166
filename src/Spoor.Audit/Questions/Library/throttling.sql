---
title: 'Calls that were throttled'
group: Errors
---
SELECT eventsource, eventname, errorcode, coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
WHERE errorcode LIKE '%Throttl%' OR errorcode IN ('RequestLimitExceeded', 'Client.RequestLimitExceeded', 'TooManyRequestsException', 'SlowDown', 'ProvisionedThroughputExceededException', 'BandwidthLimitExceeded', 'LimitExceededException')
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, who, eventname
