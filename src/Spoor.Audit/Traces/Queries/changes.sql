-- Changes of pools and their roles.
SELECT event_id, event_time, service, action, error_code, source_ip, pool, role, caller_arn
FROM config_changes
