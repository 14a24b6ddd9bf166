-- Cognito's own records and its issues at STS, of all that was read. Where a record names an identity and no pool, other records of the identity name it.
WITH identity_pools AS (
    SELECT identity, min(pool) AS pool
    FROM events
    WHERE identity IS NOT NULL AND pool IS NOT NULL
    GROUP BY identity
    HAVING count(DISTINCT pool) = 1
)
SELECT
    events.event_id, events.event_time, events.in_window, events.service, events.action, events.region, events.account, events.error_code, events.error_message,
    events.source_ip, events.user_agent, events.category, events.caller_type, events.caller_arn, events.access_key_id AS caller_key,
    coalesce(events.pool, identity_pools.pool) AS pool,
    events.identity, events.asked_identity, events.answered_identity, events.logins, events.request, events.response,
    events.is_sts_issue, events.issued_key, events.expiration, events.asked_role, events.asked_session_name, events.duration_seconds, events.principal_tags
FROM events
LEFT JOIN identity_pools ON events.identity = identity_pools.identity
WHERE (events.service = 'cognito-identity.amazonaws.com' OR events.is_sts_issue) AND coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
