-- All records, each event once. Summaries and insights are no calls.
-- Not a table but a way to read records: copying all their fields takes longer than all questions that need some of them.
SELECT *, CAST(1 AS bigint) AS delivery, CAST(1 AS bigint) AS deliveries
FROM records
WHERE event_id NOT IN (SELECT event_id FROM repeated_events)
UNION ALL
SELECT *
FROM repeated_events
