---
title: 'Security groups opened to the whole internet'
group: Changes
needs:
  what: 'events of EC2'
  where: 'eventsource = ''ec2.amazonaws.com'''
---
SELECT eventtime, eventname, json_extract_scalar(requestparameters, '$.groupId') AS securitygroup, useridentity.arn AS who, sourceipaddress, errorcode, requestparameters, account, region, eventid
FROM cloudtrail
WHERE eventsource = 'ec2.amazonaws.com' AND eventname IN ('AuthorizeSecurityGroupIngress', 'ModifySecurityGroupRules', 'CreateSecurityGroup')
  AND (requestparameters LIKE '%"0.0.0.0/0"%' OR requestparameters LIKE '%"::/0"%')
ORDER BY eventtime DESC
