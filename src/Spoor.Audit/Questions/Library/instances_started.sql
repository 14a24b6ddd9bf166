---
title: 'Instances started, by whom and of which type'
group: Changes
needs:
  what: 'events of EC2'
  where: 'eventsource = ''ec2.amazonaws.com'''
---
SELECT eventtime, useridentity.arn AS who, json_extract_scalar(requestparameters, '$.instanceType') AS instancetype, json_extract_scalar(requestparameters, '$.instancesSet.items[0].maxCount') AS instances, sourceipaddress, errorcode, account, region, eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com' AND eventname = 'RunInstances'
ORDER BY eventtime DESC
