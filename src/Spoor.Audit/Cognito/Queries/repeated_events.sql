-- Events that stand in the logs more than once, each once.
WITH repeated AS (
    SELECT event_id, count(*) AS deliveries
    FROM records
    GROUP BY event_id
    HAVING count(*) > 1
)
SELECT *
FROM (
    SELECT
        records.*,
        row_number() OVER (PARTITION BY records.event_id ORDER BY records.event_time, records.object) AS delivery,
        repeated.deliveries
    FROM records
    JOIN repeated ON records.event_id = repeated.event_id
) AS delivered
WHERE delivery = 1
