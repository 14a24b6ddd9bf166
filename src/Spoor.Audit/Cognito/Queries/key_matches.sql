-- Calls that carry an issued key, each event once. A session begins when its key is issued, lasts 12 hours at most, and keeps its role: where the
-- record says otherwise, as in documents that use one key for everything, the key is no proof.
WITH matched AS (
    SELECT
        records.event_id, records.event_time, records.service, records.action, records.account, records.error_code, records.access_key_id,
        records.session_name, records.asked_role, records.issued_key, records.stated_methods,
        issues.pool,
        issues.identity,
        issues.event_time AS issue_time,
        coalesce(records.role, issues.role) AS role,
        coalesce(date_diff(
                'second',
                TRY(from_iso8601_timestamp(issues.event_time)),
                TRY(from_iso8601_timestamp(coalesce(records.session_created, records.event_time)))) BETWEEN -60 AND 43200, true)
            AND coalesce(element_at(split(issues.role, '/'), -1) = element_at(split(records.role, '/'), -1), true) AS is_proof
    FROM records
    JOIN issues ON records.access_key_id = issues.access_key_id
    WHERE issues.error_code IS NULL AND coalesce(records.category, '') NOT IN ('Aggregated', 'Insight')
)
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY is_proof DESC, issue_time DESC) AS choice
    FROM matched
) AS choices
WHERE choice = 1
