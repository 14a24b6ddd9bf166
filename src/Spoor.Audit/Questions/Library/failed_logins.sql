---
title: 'Failed sign-ins by source address'
group: Access
needs:
  what: 'sign-ins to the console (a trail of the region in which people sign in, or of all regions)'
  where: 'eventsource = ''signin.amazonaws.com'''
---
SELECT sourceipaddress, count(DISTINCT eventid) + count_if(eventid IS NULL) AS failures, count(DISTINCT who) AS users, array_join(array_agg(DISTINCT errormessage), ', ') AS reasons, min(eventtime) AS first, max(eventtime) AS last
FROM console_logins
WHERE result = 'Failure'
GROUP BY sourceipaddress
ORDER BY failures DESC, sourceipaddress
