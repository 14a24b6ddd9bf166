-- All calls of the window, and those before it that handed out keys: links of a chain belong to it as issues do. Which of them belong to the trace is decided
-- row by row.
SELECT event_id, event_time, service, action, error_code, source_ip, access_key_id, role, pool, identity, via, certainty, session_name, asked_role, issued_key
FROM uses
WHERE in_window OR (issued_key IS NOT NULL AND error_code IS NULL)
