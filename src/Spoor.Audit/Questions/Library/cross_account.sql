---
title: 'Calls of principals of one account in another'
group: Access
---
SELECT useridentity.accountid AS fromaccount, recipientaccountid AS intoaccount, coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, eventsource, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS errors, max(eventtime) AS last
FROM cloudtrail
WHERE useridentity.accountid IS NOT NULL AND recipientaccountid IS NOT NULL AND useridentity.accountid <> recipientaccountid
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, who, eventname
