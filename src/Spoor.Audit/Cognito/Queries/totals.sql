-- What the window holds of records that the report rests on. Summaries and insights are no calls; a record without a time is in every window.
SELECT
    coalesce(sum(deliveries), 0) AS records,
    coalesce(sum(deliveries - 1), 0) AS repeated_records,
    coalesce(sum(CASE WHEN category = 'Aggregated' THEN deliveries END), 0) AS aggregates,
    coalesce(sum(CASE WHEN category = 'Insight' THEN deliveries END), 0) AS insights,
    coalesce(sum(CASE WHEN event_time IS NULL THEN deliveries END), 0) AS without_time,
    min(event_time) AS first_time,
    max(event_time) AS last_time
FROM events
WHERE in_window
