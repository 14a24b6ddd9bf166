-- Ids of records that may not be one event each: they come more than once, correct others or are corrected, or share an id with the record of another account.
SELECT record_id
FROM records
GROUP BY record_id
HAVING count(*) > 1
UNION
SELECT record_id FROM records WHERE original_event_id IS NOT NULL OR original_request_id IS NOT NULL
UNION
SELECT record_id FROM records WHERE record_id IN (SELECT original_event_id FROM records WHERE original_event_id IS NOT NULL)
UNION
SELECT record_id FROM records WHERE request_id IN (SELECT original_request_id FROM records WHERE original_request_id IS NOT NULL)
UNION
SELECT record_id
FROM records
WHERE shared_event_id IN (SELECT shared_event_id FROM records WHERE shared_event_id IS NOT NULL GROUP BY shared_event_id HAVING count(*) > 1)
