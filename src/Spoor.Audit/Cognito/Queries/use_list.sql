-- Every call of the window.
SELECT event_time, event_id, via, depth, pool, identity, account, role, session_name, access_key_id, service, action, error_code, asked_role, issued_key
FROM uses
WHERE in_window
ORDER BY event_time, event_id
