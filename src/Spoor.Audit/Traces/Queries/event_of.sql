-- The event that a record's id names where they differ. One id on different calls names the first of them.
SELECT event_id
FROM (
    SELECT event_id, own_id, record_id FROM settled_records
    UNION ALL
    SELECT own_id, own_id, record_id FROM shared_records WHERE own_id NOT IN (SELECT own_id FROM settled_records)
    UNION ALL
    SELECT event_id, original_event_id, original_event_id FROM settled_records WHERE original_event_id IS NOT NULL
) AS told
WHERE own_id = {id} OR record_id = {id}
ORDER BY own_id = {id} DESC, event_id
LIMIT 1
