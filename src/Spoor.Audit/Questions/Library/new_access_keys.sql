---
title: 'Long-term access keys that were made, and by whom'
group: Access
needs:
  what: 'events of IAM (delivered in us-east-1, by trails of all regions)'
  where: 'eventsource = ''iam.amazonaws.com'''
---
SELECT eventtime, accesskeyid, username, who, sourceipaddress, errorcode, eventid
FROM access_key_changes
WHERE eventname = 'CreateAccessKey'
ORDER BY eventtime DESC
