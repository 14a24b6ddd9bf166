-- One more link: calls with the keys that STS handed out to the calls of {previous}. Only the call that asked for them still names the pool.
WITH links AS (
    SELECT event_id, event_time, pool, identity, access, asked_role, origin_role, issued_key, issue_event_id
    FROM {previous}
    WHERE service = 'sts.amazonaws.com' AND error_code IS NULL AND issued_key IS NOT NULL
), chained AS (
    SELECT
        events.event_id, events.event_time, events.in_window, events.service, events.error_code, events.access_key_id, events.issued_key, events.asked_role,
        links.pool,
        links.identity,
        links.access,
        coalesce(events.role, links.asked_role) AS role,
        links.origin_role,
        links.issue_event_id,
        row_number() OVER (PARTITION BY events.event_id ORDER BY links.event_time DESC, links.event_id) AS choice
    FROM events
    JOIN links ON events.access_key_id = links.issued_key
    WHERE coalesce(date_diff(
            'second',
            TRY(from_iso8601_timestamp(links.event_time)),
            TRY(from_iso8601_timestamp(coalesce(events.session_created, events.event_time)))) BETWEEN -60 AND 129600, true)
        AND coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
        AND events.event_id NOT IN (SELECT event_id FROM proved)
)
SELECT
    event_id, event_time, in_window, service, error_code, access_key_id, issued_key, asked_role,
    'chain' AS via, {depth} AS depth, pool, identity, access, role, origin_role, issue_event_id
FROM chained
WHERE choice = 1
