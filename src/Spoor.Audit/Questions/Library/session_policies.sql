---
title: 'Sessions with a session policy'
group: Cognito
---
SELECT json_extract_scalar(requestparameters, '$.roleArn') AS role, json_extract_scalar(responseelements, '$.audience') AS pool, json_extract_scalar(requestparameters, '$.policy') AS policy, json_format(json_extract(requestparameters, '$.policyArns')) AS policies, count(DISTINCT eventid) + count_if(eventid IS NULL) AS sessions, max(eventtime) AS last
FROM cloudtrail
WHERE eventsource = 'sts.amazonaws.com' AND (json_extract(requestparameters, '$.policy') IS NOT NULL OR json_extract(requestparameters, '$.policyArns') IS NOT NULL)
GROUP BY 1, 2, 3, 4
ORDER BY sessions DESC
