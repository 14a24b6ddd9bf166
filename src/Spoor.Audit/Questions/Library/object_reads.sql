---
title: 'Who read, wrote and deleted objects of a bucket'
group: Data
needs:
  what: 'S3 data events'
  where: 'eventsource = ''s3.amazonaws.com'' AND (managementevent = ''false'' OR eventname IN (''GetObject'', ''PutObject'', ''DeleteObject'', ''HeadObject'', ''ListObjects'', ''ListObjectsV2''))'
parameters:
  bucket:
    about: 'The bucket; without it all.'
    default: ''
---
SELECT json_extract_scalar(requestparameters, '$.bucketName') AS bucket, coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, eventname, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls, count(DISTINCT json_extract_scalar(requestparameters, '$.key')) AS objects, count(DISTINCT IF(errorcode IS NOT NULL, eventid)) + count_if(errorcode IS NOT NULL AND eventid IS NULL) AS refused, min(eventtime) AS first, max(eventtime) AS last
FROM cloudtrail
WHERE eventsource = 's3.amazonaws.com' AND eventname IN ('GetObject', 'PutObject', 'DeleteObject', 'DeleteObjects', 'CopyObject', 'HeadObject', 'ListObjects', 'ListObjectsV2')
  AND ({bucket} = '' OR json_extract_scalar(requestparameters, '$.bucketName') = {bucket})
GROUP BY 1, 2, 3
ORDER BY calls DESC, bucket, who
