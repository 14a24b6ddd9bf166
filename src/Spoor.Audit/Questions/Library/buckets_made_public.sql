---
title: 'Buckets whose policy, ACL or public access block was opened'
group: Changes
---
SELECT eventtime, eventname, json_extract_scalar(requestparameters, '$.bucketName') AS bucket, useridentity.arn AS who, sourceipaddress, errorcode, requestparameters, account, region, eventid
FROM cloudtrail
WHERE eventsource = 's3.amazonaws.com'
  AND (eventname IN ('DeleteBucketPublicAccessBlock', 'DeleteAccountPublicAccessBlock')
    OR (eventname IN ('PutBucketPublicAccessBlock', 'PutAccountPublicAccessBlock') AND regexp_like(requestparameters, '"(BlockPublicAcls|IgnorePublicAcls|BlockPublicPolicy|RestrictPublicBuckets)"\s*:\s*"?false'))
    OR (eventname = 'PutBucketPolicy' AND regexp_like(requestparameters, '"Principal"\s*:\s*("\*"|\{\s*"AWS"\s*:\s*(\[\s*)?"\*")'))
    OR (eventname IN ('PutBucketAcl', 'CreateBucket') AND (requestparameters LIKE '%AllUsers%' OR requestparameters LIKE '%AuthenticatedUsers%' OR requestparameters LIKE '%public-read%')))
ORDER BY eventtime DESC
