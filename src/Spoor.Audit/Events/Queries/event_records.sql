-- The records of each event that has several: those of the calls that were corrected, and those that other accounts have. The original first, what counts last.
SELECT event_id, record_id
FROM (
    SELECT event_id, own_id AS record_id, CASE WHEN own_id = event_id THEN 0 WHEN counts THEN 2 ELSE 1 END AS place FROM settled_records
    UNION
    SELECT event_id, event_id, 0 FROM settled_records
) AS told
WHERE event_id IN (SELECT event_id FROM settled_records WHERE counts AND (own_id <> event_id OR corrected + copies > 0))
ORDER BY event_id, place, record_id
