-- These records, each once. Records that have one id and tell of different calls are named apart by what they tell.
SELECT *
FROM (
    SELECT
        records.*,
        CASE WHEN min(content) OVER (PARTITION BY record_id) <> max(content) OVER (PARTITION BY record_id)
            THEN record_id || '#' || lower(to_hex(to_big_endian_64(content))) ELSE record_id END AS own_id,
        row_number() OVER (PARTITION BY record_id, content ORDER BY event_time, object, position) AS delivery,
        count(*) OVER (PARTITION BY record_id, content) AS deliveries
    FROM records
    WHERE record_id IN (SELECT record_id FROM shared_ids)
) AS delivered
WHERE delivery = 1
