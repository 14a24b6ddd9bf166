-- The first records of the window that name a pool, ten each.
SELECT pool, event_id
FROM (
    SELECT pool, event_id, event_time, row_number() OVER (PARTITION BY pool ORDER BY event_time, event_id) AS number
    FROM (
        SELECT pool, event_id, event_time FROM pool_events WHERE in_window
        UNION
        SELECT pool, event_id, event_time FROM uses WHERE in_window AND certainty = 'proved'
    ) AS named
    WHERE pool IS NOT NULL
) AS numbered
WHERE number <= 10
ORDER BY pool, event_time, event_id
