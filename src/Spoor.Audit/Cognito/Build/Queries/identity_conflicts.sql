-- Calls of the window that state another identity than the one to which their key was handed out. They are their own identity's.
SELECT event_id
FROM key_matches
WHERE is_proof AND is_disputed AND in_window AND event_id IN (SELECT event_id FROM uses)
ORDER BY 1
