-- Which keys each object has calls of: where to look when a key turns out to be a pool's, also later.
SELECT DISTINCT "$path" AS object, useridentity.accesskeyid AS access_key_id
FROM logs
WHERE useridentity.accesskeyid IS NOT NULL AND useridentity.accesskeyid <> ''
