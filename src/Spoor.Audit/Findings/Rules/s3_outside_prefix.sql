---
id: s3_outside_prefix
title: S3 keys under another identity's prefix
severity: high
why: >-
  Apps keep each user's files under a prefix with the user's identity id, and the role's policy lets everyone reach their own only
  (${cognito-identity.amazonaws.com:sub}). A call for another's prefix reads or changes another user's files, or tries to.
what_to_do: >-
  Check that the role's S3 statements name ${cognito-identity.amazonaws.com:sub} behind every bucket, ListBucket by the condition s3:prefix too. Tell the users whose
  files were read.
false_alarm: >-
  The app shares folders between users. Reads below "protected/", which Amplify opens to all users, do not count; further such folders belong into shared_prefixes
  of the thresholds file. Refused calls count, the finding says how many they are.
---
WITH calls AS (
    SELECT
        pool, lower(identity) AS own, identity, role, access_key_id, event_id, event_time, error_code,
        coalesce(read_only = 'true', regexp_like(action, '^(Get|Head|List|Select)')) AS is_read,
        coalesce(
            json_extract_scalar(request, '$.key'),
            json_extract_scalar(request, '$.prefix'),
            regexp_extract(resources, 'arn:aws[a-z-]*:s3:::([^"]+)', 1)) AS path,
        json_extract_scalar(request, '$["x-amz-copy-source"]') AS copied_path
    FROM uses
    WHERE service = 's3.amazonaws.com' AND certainty <> 'candidate' AND identity IS NOT NULL AND nullif(invoked_by, '') IS NULL
), paths AS (
    SELECT *, replace(lower(path), '%3a', ':') AS place, is_read AS reads FROM calls WHERE path IS NOT NULL
    UNION ALL
    SELECT *, replace(lower(copied_path), '%3a', ':'), true FROM calls WHERE copied_path IS NOT NULL
), owned AS (
    SELECT *, regexp_extract_all(place, '[a-z]+(?:-[a-z]+)+-[0-9]+:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}') AS owners
    FROM paths
), foreign_paths AS (
    SELECT *, element_at(owners, 1) AS owner
    FROM owned
    WHERE cardinality(owners) > 0
        AND NOT contains(owners, own)
        AND NOT (reads AND any_match({shared_prefixes}, prefix -> strpos(place, prefix || element_at(owners, 1)) > 0))
)
SELECT
    pool,
    identity,
    max(role) AS role,
    coalesce(access_key_id, identity) AS subject,
    CAST(count(DISTINCT event_id) AS varchar) || CASE WHEN count(DISTINCT event_id) = 1 THEN ' call' ELSE ' calls' END
        || CASE WHEN count(error_code) = 0 THEN '' ELSE ', ' || CAST(count(DISTINCT event_id) FILTER (WHERE error_code IS NOT NULL) AS varchar) || ' refused or failed,' END
        || ' under the prefix of '
        || array_join(slice(array_agg(DISTINCT owner ORDER BY owner), 1, 3), ', ')
        || CASE WHEN count(DISTINCT owner) > 3 THEN ' and ' || CAST(count(DISTINCT owner) - 3 AS varchar) || ' more' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM foreign_paths
GROUP BY pool, identity, access_key_id
