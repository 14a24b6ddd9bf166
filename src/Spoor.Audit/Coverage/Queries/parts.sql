-- Records by object, hour, region and account, finely enough that every total is a sum of these.
-- The first delivery of an event is the first in the order of objects, whose names end with the time of delivery; all others are repeats. Records with one
-- eventID that tell of different calls are none; a record without an eventID has no content here and a name of its own.
WITH numbered AS (
    SELECT
        object, content, event_time, region, account,
        row_number() OVER (PARTITION BY event_id, content ORDER BY object, position) AS delivery,
        row_number() OVER (PARTITION BY event_id, content, object ORDER BY position) AS delivery_in_object,
        row_number() OVER (PARTITION BY event_id ORDER BY object, position) AS number_of_id,
        lag(event_time) OVER (PARTITION BY object ORDER BY position) AS time_before
    FROM events
)
SELECT
    object,
    substr(event_time, 1, 13) AS hour,
    region,
    account,
    count(*) AS records,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    count_if(content IS NULL) AS without_id,
    count_if(delivery_in_object > 1) AS repeats_within_objects,
    count_if(delivery > 1 AND delivery_in_object = 1) AS repeats_across_objects,
    count_if(event_time < time_before) AS earlier_than_before,
    count_if(delivery = 1 AND number_of_id > 1) AS conflicting_ids
FROM numbered
GROUP BY object, substr(event_time, 1, 13), region, account
