-- Cognito's own records of the window other than issues, one by one.
SELECT event_id, event_time, action, pool, identity, account, source_ip, error_code, error_message
FROM pool_events
WHERE service = 'cognito-identity.amazonaws.com'
    AND action <> 'GetCredentialsForIdentity'
    AND (pool IS NOT NULL OR identity IS NOT NULL)
    AND in_window
    AND ({pool} IS NULL OR pool = {pool})
ORDER BY event_time, event_id
