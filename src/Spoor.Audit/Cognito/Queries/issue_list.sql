-- Every issue of the window.
SELECT event_time, flow, pool, identity, account, role, session_name, access_key_id, error_code, cognito_event_id, sts_event_id, calls
FROM issues
WHERE in_window
ORDER BY event_time, cognito_event_id, sts_event_id
