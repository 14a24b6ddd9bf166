---
title: 'Successful sign-ins of users and root without MFA'
group: Access
needs:
  what: 'sign-ins to the console (a trail of the region in which people sign in, or of all regions)'
  where: 'eventsource = ''signin.amazonaws.com'''
---
SELECT eventtime, who, type, sourceipaddress, useragent, eventid
FROM console_logins
WHERE result = 'Success' AND mfa = 'No' AND type IN ('IAMUser', 'Root')
ORDER BY eventtime DESC
