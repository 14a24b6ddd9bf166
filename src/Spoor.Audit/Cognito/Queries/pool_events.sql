-- Records that name a pool themselves, each event once. Summaries and insights are no calls.
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY event_time) AS delivery
    FROM records
    WHERE (is_stated OR is_sts_issue OR service = 'cognito-identity.amazonaws.com')
        AND coalesce(category, '') NOT IN ('Aggregated', 'Insight')
) AS deliveries
WHERE delivery = 1
