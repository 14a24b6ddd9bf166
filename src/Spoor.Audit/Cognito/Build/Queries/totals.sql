-- What the window holds of records that the report rests on. Summaries and insights are no calls; a record without a time is in every window.
SELECT
    coalesce(sum(event_records), 0) AS records,
    coalesce(sum(repeats), 0) AS repeated_records,
    coalesce(sum(CASE WHEN category = 'Aggregated' THEN event_records END), 0) AS aggregates,
    coalesce(sum(CASE WHEN category = 'Insight' THEN event_records END), 0) AS insights,
    coalesce(sum(CASE WHEN event_time IS NULL THEN event_records END), 0) AS without_time,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    coalesce(sum(CASE WHEN content IS NULL THEN 1 END), 0) AS without_id,
    count(CASE WHEN own_id <> record_id THEN 1 END) - count(DISTINCT CASE WHEN own_id <> record_id THEN record_id END) AS conflicting_ids,
    coalesce(sum(corrected), 0) AS corrected,
    coalesce(sum(copies), 0) AS copies
FROM events
WHERE in_window
