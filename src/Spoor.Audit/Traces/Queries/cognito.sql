-- Cognito's records of identities that hand out no key.
SELECT event_id, event_time, action, error_code, source_ip, pool, identity
FROM pool_events
WHERE in_window AND service = 'cognito-identity.amazonaws.com' AND action <> 'GetCredentialsForIdentity'
