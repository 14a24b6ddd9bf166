---
title: 'Denied calls by role and hour'
group: Errors
---
SELECT who, concat(substr(eventtime, 1, 13), ':00Z') AS hour, eventsource, eventname, errorcode, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls
FROM denied_calls
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, who, hour, eventname
