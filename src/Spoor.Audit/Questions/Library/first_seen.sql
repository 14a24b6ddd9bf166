---
title: 'Who was first seen in the last days of the logs'
group: Access
parameters:
  days:
    about: 'How many days before the last record.'
    default: '7'
---
WITH seen AS (
  SELECT coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.type) AS who, min(eventtime) AS first, max(eventtime) AS last, count(DISTINCT eventid) + count_if(eventid IS NULL) AS calls
  FROM cloudtrail
  GROUP BY 1
)
SELECT who, first, last, calls
FROM seen
WHERE from_iso8601_timestamp(first) > (SELECT date_add('day', -CAST({days} AS bigint), from_iso8601_timestamp(max(last))) FROM seen)
ORDER BY first DESC
