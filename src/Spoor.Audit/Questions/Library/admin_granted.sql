---
title: 'Policies that allow everything, given to somebody'
group: Changes
needs:
  what: 'events of IAM (delivered in us-east-1, by trails of all regions)'
  where: 'eventsource = ''iam.amazonaws.com'''
---
SELECT eventtime, eventname, changed, coalesce(json_extract_scalar(requestparameters, '$.policyArn'), json_extract_scalar(requestparameters, '$.policyName')) AS policy, who, sourceipaddress, errorcode, eventid
FROM iam_changes
WHERE (eventname LIKE 'Attach%Policy' AND (json_extract_scalar(requestparameters, '$.policyArn') LIKE '%/AdministratorAccess' OR json_extract_scalar(requestparameters, '$.policyArn') LIKE '%/IAMFullAccess' OR json_extract_scalar(requestparameters, '$.policyArn') LIKE '%/PowerUserAccess'))
  OR (eventname IN ('PutUserPolicy', 'PutRolePolicy', 'PutGroupPolicy', 'CreatePolicy', 'CreatePolicyVersion')
    AND regexp_like(json_extract_scalar(requestparameters, '$.policyDocument'), '"Action"\s*:\s*(\[\s*)?"(\*|iam:\*)"'))
ORDER BY eventtime DESC
