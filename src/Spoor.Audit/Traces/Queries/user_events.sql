-- What users of user pools did, or others did to them.
SELECT event_id, event_time, action, error_code, source_ip, user_pool, user_sub, user_name
FROM user_events
WHERE in_window
