---
title: 'Which roles were assumed, and by whom'
group: Access
---
SELECT role, who, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS sessions, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, min(eventtime) AS first, max(eventtime) AS last
FROM role_sessions
WHERE role IS NOT NULL
GROUP BY role, who, eventname
ORDER BY sessions DESC, role, who
