-- All issues, refused ones too.
SELECT event_id, cognito_event_id, sts_event_id, event_time, flow, pool, identity, role, session_name, access_key_id, error_code, source_ip
FROM issues
