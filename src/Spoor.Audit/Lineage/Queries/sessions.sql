-- One row per access key that was issued, or seen in the calls of the report. What a session is, all calls tell that were read; what it did, those of the window.
WITH issued AS (
    SELECT
        access_key_id, pool, identity, access, role, session_name, 0 AS depth, CAST(NULL AS varchar) AS parent_key, flow,
        event_id AS issue_event_id, event_time AS issued_time, expiration, source_ip, 'proved' AS certainty
    FROM issues
    WHERE error_code IS NULL AND access_key_id IS NOT NULL
    UNION ALL
    SELECT
        uses.issued_key, uses.pool, uses.identity, uses.access, uses.asked_role, NULL, uses.depth + 1, uses.access_key_id, NULL, uses.event_id, uses.event_time,
        {ISO text of events.expiration}, uses.source_ip, 'chained'
    FROM uses
    JOIN events ON uses.event_id = events.event_id
    WHERE uses.issued_key IS NOT NULL AND uses.error_code IS NULL AND uses.service = 'sts.amazonaws.com' AND uses.certainty IN ('proved', 'chained')
), keys_once AS (
    SELECT *
    FROM (SELECT *, row_number() OVER (PARTITION BY access_key_id ORDER BY depth, issued_time, issue_event_id) AS choice FROM issued) AS choices
    WHERE choice = 1
), used AS (
    SELECT
        access_key_id, min(pool) AS pool, min(identity) AS identity, min(access) AS access, min(role) AS role, min(session_name) AS session_name, min(depth) AS depth,
        min(CASE WHEN in_window THEN event_time END) AS first_time,
        max(CASE WHEN in_window THEN event_time END) AS last_time,
        count_if(in_window) AS calls,
        count_if(in_window AND error_code IS NOT NULL) AS errors,
        max(certainty) AS certainty,
        min_by(source_ip, coalesce(event_time, '9999') || ' ' || event_id) AS source_ip,
        bool_or({before the end of event_time}) AS is_begun
    FROM all_uses
    WHERE access_key_id IS NOT NULL
    GROUP BY access_key_id
)
SELECT
    coalesce(keys_once.access_key_id, used.access_key_id) AS access_key_id,
    coalesce(keys_once.pool, used.pool) AS pool,
    coalesce(keys_once.identity, used.identity) AS identity,
    coalesce(used.access, keys_once.access) AS access,
    coalesce(used.role, keys_once.role) AS role,
    coalesce(keys_once.session_name, used.session_name) AS session_name,
    coalesce(keys_once.depth, used.depth) AS depth,
    keys_once.parent_key, keys_once.flow, keys_once.issue_event_id, keys_once.issued_time, keys_once.expiration,
    used.first_time, used.last_time,
    coalesce(used.calls, 0) AS calls,
    coalesce(used.errors, 0) AS errors,
    coalesce(keys_once.certainty, used.certainty) AS certainty,
    coalesce(keys_once.source_ip, used.source_ip) AS source_ip
FROM keys_once
FULL JOIN used ON keys_once.access_key_id = used.access_key_id
WHERE keys_once.access_key_id IS NOT NULL OR used.is_begun
