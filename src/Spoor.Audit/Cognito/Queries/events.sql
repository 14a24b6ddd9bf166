-- All records, each event once. Few events stand in the logs more than once; only those are put in order.
WITH repeated AS (
    SELECT event_id
    FROM records
    GROUP BY event_id
    HAVING count(*) > 1
)
SELECT *, CAST(1 AS bigint) AS delivery, CAST(1 AS bigint) AS deliveries
FROM records
WHERE event_id NOT IN (SELECT event_id FROM repeated)
UNION ALL
SELECT *
FROM (
    SELECT
        *,
        row_number() OVER (PARTITION BY event_id ORDER BY event_time, object) AS delivery,
        count(*) OVER (PARTITION BY event_id) AS deliveries
    FROM records
    WHERE event_id IN (SELECT event_id FROM repeated)
) AS delivered
WHERE delivery = 1
