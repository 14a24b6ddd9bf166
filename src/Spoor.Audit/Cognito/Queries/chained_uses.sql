-- One more link: calls with the keys that the calls of {previous} were given by AssumeRole. Only that call still names the pool.
WITH links AS (
    SELECT event_time, pool, identity, asked_role, origin_role, issued_key
    FROM {previous}
    WHERE service = 'sts.amazonaws.com' AND action = 'AssumeRole' AND error_code IS NULL AND issued_key IS NOT NULL
), chained AS (
    SELECT
        records.event_id, records.event_time, records.service, records.action, records.account, records.error_code, records.access_key_id,
        records.session_name, records.asked_role, records.issued_key, records.stated_methods,
        links.pool,
        links.identity,
        coalesce(records.role, links.asked_role) AS role,
        links.origin_role,
        row_number() OVER (PARTITION BY records.event_id ORDER BY links.event_time DESC) AS choice
    FROM records
    JOIN links ON records.access_key_id = links.issued_key
    WHERE coalesce(date_diff(
            'second',
            TRY(from_iso8601_timestamp(links.event_time)),
            TRY(from_iso8601_timestamp(coalesce(records.session_created, records.event_time)))) BETWEEN -60 AND 43200, true)
        AND coalesce(records.category, '') NOT IN ('Aggregated', 'Insight')
        AND records.event_id NOT IN (SELECT event_id FROM {previous})
)
SELECT
    event_id, event_time, service, action, account, error_code, access_key_id, session_name, asked_role, issued_key, stated_methods,
    'chain' AS via, {depth} AS depth, pool, identity, role, origin_role
FROM chained
WHERE choice = 1
