-- Every issue of the window.
SELECT
    event_time, flow, pool, identity, access, account, region, role, session_name, access_key_id, expiration, source_ip, user_agent, error_code, calls,
    cognito_event_id, sts_event_id, other_event_ids, other_identities, error_message
FROM issues
WHERE in_window
ORDER BY event_time, cognito_event_id, sts_event_id
