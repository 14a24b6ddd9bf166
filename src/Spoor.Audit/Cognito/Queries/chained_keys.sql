-- Keys that STS handed out to a session with one of the keys of {previous}. Role chains may turn back, so known keys are left out.
SELECT DISTINCT issued_key AS access_key_id
FROM signals
WHERE access_key_id IN (SELECT access_key_id FROM {previous})
    AND issued_key IS NOT NULL
    AND error_code IS NULL
    AND issued_key NOT IN (SELECT access_key_id FROM keys)
