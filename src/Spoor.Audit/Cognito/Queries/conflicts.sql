-- Calls with an issued key in a session that cannot be the issued one: another role, or begun at another time.
SELECT event_id
FROM key_matches
WHERE NOT is_proof
    AND event_id NOT IN (SELECT event_id FROM proved)
    AND coalesce(event_time, '') >= coalesce({from}, '')
ORDER BY 1
