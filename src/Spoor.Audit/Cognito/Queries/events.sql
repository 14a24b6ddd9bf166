-- All records of both passes, each event once: of one that both passes found, the second's, which has all fields. Summaries and insights are no calls.
SELECT *
FROM (
    SELECT
        *,
        row_number() OVER (PARTITION BY event_id ORDER BY pass DESC, event_time) AS delivery,
        count(*) OVER (PARTITION BY event_id, pass) AS deliveries
    FROM (
        SELECT * FROM signals WHERE NOT is_bare
        UNION ALL
        SELECT * FROM calls
    ) AS found
) AS delivered
WHERE delivery = 1
