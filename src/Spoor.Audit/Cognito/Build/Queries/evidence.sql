-- Cognito's own records of the window by pool and action: tokens, identities, configuration.
SELECT pool, action, count(*) AS events, count(error_code) AS errors, min(event_time) AS first_time, max(event_time) AS last_time
FROM pool_events
WHERE service = 'cognito-identity.amazonaws.com' AND pool IS NOT NULL AND in_window AND ({pool} IS NULL OR pool = {pool})
GROUP BY 1, 2
ORDER BY 1, 2
