---
title: 'Objects that identities touched outside of their own prefix'
group: Cognito
needs:
  what: 'S3 data events'
  where: 'eventsource = ''s3.amazonaws.com'' AND (managementevent = ''false'' OR eventname IN (''GetObject'', ''PutObject'', ''DeleteObject'', ''HeadObject'', ''ListObjects'', ''ListObjectsV2''))'
---
SELECT calls.identity, json_extract_scalar(record.requestparameters, '$.bucketName') AS bucket, json_extract_scalar(record.requestparameters, '$.key') AS key, calls.eventname, calls.errorcode, count(DISTINCT calls.eventid) + count_if(calls.eventid IS NULL) AS calls, max(calls.eventtime) AS last
FROM identity_pool_calls AS calls
JOIN cloudtrail AS record ON record.eventid = calls.eventid
WHERE calls.eventsource = 's3.amazonaws.com' AND json_extract_scalar(record.requestparameters, '$.key') IS NOT NULL AND strpos(json_extract_scalar(record.requestparameters, '$.key'), calls.identity) = 0
GROUP BY 1, 2, 3, 4, 5
ORDER BY calls DESC, identity
