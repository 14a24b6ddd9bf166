-- Records of events that have several of them, each with its event and whether it is the one that counts. Of a correction and its original the last correction counts,
-- under the original's id; one that names no action replaces nothing. A call that is recorded in two accounts is the caller's own record, or else one of the others:
-- with one sharedEventID, action and time, and nothing in which they differ.
WITH corrected AS (
    SELECT
        own_id, coalesce(original_id, own_id) AS settled_id,
        row_number() OVER (
            PARTITION BY coalesce(original_id, own_id)
            ORDER BY coalesce(service IS NULL OR action IS NULL, true), depth DESC, object DESC, position DESC, own_id) AS version
    FROM (
        SELECT shared_records.own_id, shared_records.service, shared_records.action, shared_records.object, shared_records.position, corrections.original_id, coalesce(corrections.depth, 0) AS depth
        FROM shared_records
        LEFT JOIN corrections ON shared_records.own_id = corrections.own_id
        WHERE corrections.own_id IS NOT NULL
            OR shared_records.own_id IN (SELECT original_id FROM corrections)
            OR shared_records.shared_event_id IS NOT NULL
    ) AS told
), calls AS (
    SELECT
        corrected.settled_id, called.shared_event_id, called.service, called.action, called.event_time, called.account, called.access_key_id, called.request_id, called.request,
        row_number() OVER (
            PARTITION BY called.shared_event_id
            ORDER BY
                CASE WHEN called.account = called.caller_account THEN 0 WHEN called.caller_type = 'AssumedRole' THEN 1 WHEN called.access_key_id IS NOT NULL THEN 2 ELSE 3 END,
                called.account, called.object, called.position, called.own_id) AS number
    FROM corrected
    JOIN shared_records AS called ON corrected.own_id = called.own_id
    WHERE corrected.version = 1 AND called.shared_event_id IS NOT NULL AND coalesce(called.category, '') NOT IN ('Aggregated', 'Insight')
), same_calls AS (
    SELECT copy.settled_id, own.settled_id AS own_id, own.number
    FROM calls AS copy
    JOIN calls AS own
        ON copy.shared_event_id = own.shared_event_id
            AND copy.service = own.service
            AND copy.action = own.action
            AND coalesce(copy.event_time, '') = coalesce(own.event_time, '')
            AND copy.account <> own.account
            AND coalesce(copy.access_key_id = own.access_key_id, true)
            AND coalesce(copy.request_id = own.request_id OR copy.request = own.request, copy.request_id = own.request_id, copy.request = own.request, true)
            AND own.number < copy.number
), copies AS (
    SELECT settled_id, min_by(own_id, number) AS own_id
    FROM same_calls
    WHERE own_id NOT IN (SELECT settled_id FROM same_calls)
    GROUP BY settled_id
), settled AS (
    SELECT
        corrected.own_id,
        coalesce(copies.own_id, corrected.settled_id) AS event_id,
        corrected.version = 1 AND copies.own_id IS NULL AS counts,
        CASE WHEN corrected.version > 1 THEN 1 ELSE 0 END AS is_corrected,
        CASE WHEN corrected.version = 1 AND copies.own_id IS NOT NULL THEN 1 ELSE 0 END AS is_copy
    FROM corrected
    LEFT JOIN copies ON corrected.settled_id = copies.settled_id
)
SELECT
    shared_records.*,
    settled.event_id,
    settled.counts,
    sum(shared_records.deliveries) OVER (PARTITION BY settled.event_id) AS event_records,
    sum(shared_records.deliveries - 1) OVER (PARTITION BY settled.event_id) AS repeats,
    sum(settled.is_corrected) OVER (PARTITION BY settled.event_id) AS corrected,
    sum(settled.is_copy) OVER (PARTITION BY settled.event_id) AS copies
FROM settled
JOIN shared_records ON settled.own_id = shared_records.own_id
