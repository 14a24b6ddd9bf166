---
title: 'What a principal did, newest first'
group: Access
parameters:
  who:
    about: 'ARN of a user, session or role, or a user name.'
---
SELECT eventtime, eventsource, eventname, errorcode, sourceipaddress, account, region, eventid
FROM cloudtrail
WHERE useridentity.arn = {who} OR useridentity.sessioncontext.sessionissuer.arn = {who} OR useridentity.username = {who}
ORDER BY eventtime DESC
