---
title: 'Changes to users, roles, groups and policies'
group: Changes
needs:
  what: 'events of IAM (delivered in us-east-1, by trails of all regions)'
  where: 'eventsource = ''iam.amazonaws.com'''
---
SELECT eventtime, eventname, changed, who, sourceipaddress, errorcode, eventid
FROM iam_changes
ORDER BY eventtime DESC
