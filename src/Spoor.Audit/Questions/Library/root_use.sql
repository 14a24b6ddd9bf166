---
title: 'What was done as the root user'
group: Access
---
SELECT eventsource, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count_if(errorcode IS NOT NULL) AS errors, min(eventtime) AS first, max(eventtime) AS last, array_join(array_agg(DISTINCT sourceipaddress), ', ') AS addresses
FROM root_activity
GROUP BY eventsource, eventname
ORDER BY last DESC
