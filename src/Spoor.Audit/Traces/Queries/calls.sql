-- All calls of the window; which of them belong to the trace is decided row by row.
SELECT event_id, event_time, service, action, error_code, source_ip, access_key_id, role, pool, identity, via, certainty, session_name, asked_role, issued_key
FROM uses
WHERE in_window
