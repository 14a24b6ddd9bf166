---
title: 'Kinds of records: summaries and insights are no calls'
group: Cognito
---
SELECT coalesce(eventcategory, 'none') AS category, eventtype, count(*) AS records, count(DISTINCT eventid) + count_if(eventid IS NULL) AS events, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
GROUP BY 1, 2
ORDER BY records DESC
