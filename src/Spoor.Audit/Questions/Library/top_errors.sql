---
title: 'Errors by role, service and action'
group: Errors
---
SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, eventsource, eventname, errorcode, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, min(eventtime) AS first, max(eventtime) AS last, max_by(errormessage, eventtime) AS lastmessage
FROM cloudtrail
WHERE errorcode IS NOT NULL AND errorcode <> ''
GROUP BY 1, 2, 3, 4
ORDER BY calls DESC, who, eventname
