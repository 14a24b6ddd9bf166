-- Every call of the window.
SELECT
    event_id, event_time, via, certainty, depth, pool, identity, access, account, caller_account, region, role, origin_role, session_name, access_key_id, issue_event_id,
    service, action, read_only, source_ip, user_agent, invoked_by, error_code, asked_role, issued_key, stated_methods
FROM uses
WHERE in_window
ORDER BY event_time, event_id
