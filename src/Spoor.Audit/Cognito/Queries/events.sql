-- All records of both passes, each event once: of one that both passes found, the second's, which has all fields. Summaries and insights are no calls.
-- Few events stand in the logs more than once; only those are put in order.
WITH repeated AS (
    SELECT event_id
    FROM (
        SELECT event_id FROM signals WHERE NOT is_bare
        UNION ALL
        SELECT event_id FROM calls
    ) AS found
    GROUP BY event_id
    HAVING count(*) > 1
)
SELECT *, CAST(1 AS bigint) AS delivery, CAST(1 AS bigint) AS deliveries
FROM signals
WHERE NOT is_bare AND event_id NOT IN (SELECT event_id FROM repeated)
UNION ALL
SELECT *, CAST(1 AS bigint), CAST(1 AS bigint)
FROM calls
WHERE event_id NOT IN (SELECT event_id FROM repeated)
UNION ALL
SELECT *
FROM (
    SELECT
        *,
        row_number() OVER (PARTITION BY event_id ORDER BY pass DESC, event_time) AS delivery,
        count(*) OVER (PARTITION BY event_id, pass) AS deliveries
    FROM (
        SELECT * FROM signals WHERE NOT is_bare AND event_id IN (SELECT event_id FROM repeated)
        UNION ALL
        SELECT * FROM calls WHERE event_id IN (SELECT event_id FROM repeated)
    ) AS found
) AS delivered
WHERE delivery = 1
