-- Calls that carry an issued key. A session begins when its key is issued, lasts 12 hours at most, and is one of its role: where the record says
-- otherwise, as in documents that use one key for everything, the key is no proof. The record that another account has of a call names the caller an AWSAccount. Few keys are handed out more than once; only their calls must choose.
WITH reissued AS (
    SELECT access_key_id
    FROM handouts
    WHERE error_code IS NULL AND access_key_id IS NOT NULL
    GROUP BY access_key_id
    HAVING count(*) > 1
), matched AS (
    SELECT
        events.event_id, events.event_time, events.access_key_id, events.issued_key, events.asked_role, events.error_code, events.service,
        handouts.event_time AS issue_time,
        handouts.event_id AS issue_event_id,
        -- What a call says of itself is its session's, whatever was asked for.
        coalesce(events.stated_pool, handouts.pool) AS pool,
        coalesce(events.stated_identity, handouts.identity) AS identity,
        coalesce(events.stated_identity <> handouts.identity, false) AS is_disputed,
        coalesce({access of events.stated_methods}, handouts.access) AS access,
        coalesce(events.role, handouts.role) AS role,
        events.in_window,
        coalesce(date_diff(
                'second',
                TRY(from_iso8601_timestamp(handouts.event_time)),
                TRY(from_iso8601_timestamp(coalesce(events.session_created, events.event_time)))) BETWEEN -60 AND 43200, true)
            AND (coalesce(events.caller_type, 'AssumedRole') = 'AssumedRole' OR (events.caller_type = 'AWSAccount' AND events.account <> events.caller_account))
            AND coalesce(element_at(split(handouts.role, '/'), -1) = element_at(split(events.role, '/'), -1), true) AS is_proof
    FROM events
    JOIN handouts ON events.access_key_id = handouts.access_key_id
    WHERE handouts.error_code IS NULL AND coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
)
SELECT *, CAST(1 AS bigint) AS choice
FROM matched
WHERE access_key_id NOT IN (SELECT access_key_id FROM reissued)
UNION ALL
SELECT *
FROM (
    SELECT *, row_number() OVER (PARTITION BY event_id ORDER BY is_proof DESC, issue_time DESC, issue_event_id) AS choice
    FROM matched
    WHERE access_key_id IN (SELECT access_key_id FROM reissued)
) AS choices
WHERE choice = 1
