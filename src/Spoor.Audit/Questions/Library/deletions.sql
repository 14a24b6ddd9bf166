---
title: 'Deletions by principal'
group: Changes
---
SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, eventsource, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
WHERE readonly = 'false' AND regexp_like(eventname, '^(Delete|Terminate|Remove|Deregister|Destroy|Purge|ScheduleKeyDeletion)')
GROUP BY 1, 2, 3
ORDER BY calls DESC, who, eventname
