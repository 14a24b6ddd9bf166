---
title: 'Regions by how much is done in them, least first'
group: Access
---
SELECT awsregion, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT IF(readonly = 'false', eventid)) + count_if(readonly = 'false' AND eventid IS NULL) AS changes, count(DISTINCT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type)) AS principals, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
GROUP BY awsregion
ORDER BY calls, awsregion
