-- Keys that a pool handed out, or whose session says that it is a pool's.
SELECT issued_key AS access_key_id
FROM signals
WHERE issued_key IS NOT NULL AND error_code IS NULL AND (service = 'cognito-identity.amazonaws.com' OR is_sts_issue OR is_stated)
UNION
SELECT access_key_id
FROM signals
WHERE is_stated AND access_key_id IS NOT NULL
