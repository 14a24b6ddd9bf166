-- What the window holds. Summaries and insights are no calls; a record without a time is in every window.
SELECT
    count(*) AS records,
    (SELECT coalesce(sum(deliveries - 1), 0) FROM repeats WHERE coalesce(event_time, '9999') >= coalesce({from}, '')) AS repeated_records,
    count_if(category = 'Aggregated') AS aggregates,
    count_if(category = 'Insight') AS insights,
    count_if(event_time IS NULL) AS without_time,
    min(event_time) AS first_time,
    max(event_time) AS last_time
FROM records
WHERE coalesce(event_time, '9999') >= coalesce({from}, '')
