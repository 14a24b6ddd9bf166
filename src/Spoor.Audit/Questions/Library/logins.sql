---
title: 'Who signed in to the console, and how'
group: Access
needs:
  what: 'sign-ins to the console (a trail of the region in which people sign in, or of all regions)'
  where: 'eventsource = ''signin.amazonaws.com'''
---
SELECT who, type, result, mfa, count(DISTINCT eventid) + count_if(eventid IS NULL) AS logins, min(eventtime) AS first, max(eventtime) AS last, count(DISTINCT sourceipaddress) AS addresses
FROM console_logins
GROUP BY who, type, result, mfa
ORDER BY logins DESC, who
