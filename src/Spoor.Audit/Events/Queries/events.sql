-- All records, each event once: copies, corrections and the record of another account are not events of their own. Summaries and insights are no calls.
-- Not a table but a way to read records: copying all their fields takes longer than all questions that need some of them.
SELECT
    records.*, record_id AS own_id, CAST(1 AS bigint) AS delivery, CAST(1 AS bigint) AS deliveries,
    record_id AS event_id, true AS counts, CAST(1 AS bigint) AS event_records, CAST(0 AS bigint) AS repeats, CAST(0 AS bigint) AS corrected, CAST(0 AS bigint) AS copies
FROM records
WHERE record_id NOT IN (SELECT record_id FROM shared_ids)
UNION ALL
SELECT shared_records.*, own_id, true, deliveries, deliveries - 1, 0, 0
FROM shared_records
WHERE own_id NOT IN (SELECT own_id FROM settled_records)
UNION ALL
SELECT *
FROM settled_records
WHERE counts
