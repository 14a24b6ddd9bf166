-- Calls with an issued key in a session that cannot be the issued one: another role, or begun at another time.
SELECT event_id
FROM key_matches
WHERE NOT is_proof AND in_window AND event_id NOT IN (SELECT event_id FROM proved)
ORDER BY 1
