-- Configuration changes, by time. With a role asked for, those of other roles are left out.
SELECT event_id, event_time, in_window, service, action, account, pool, role, user_pool, caller_arn, source_ip, request, error_code
FROM config_changes
WHERE {role} IS NULL OR role IS NULL OR role = {role} OR element_at(split(role, '/'), -1) = {role}
ORDER BY event_time, event_id
