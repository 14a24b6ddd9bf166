-- What user pools recorded of the users that identities stand for: their sub joins them. Some pools have the sub as user name.
SELECT
    user_events.event_id, user_events.event_time, user_events.action, user_events.event_type, coalesce(user_events.user_pool, identity_users.user_pool) AS user_pool,
    identity_users.user_sub, user_events.user_name, identity_users.identity, identity_users.pool, user_events.source_ip, user_events.user_agent, user_events.error_code
FROM user_events
JOIN identity_users
    ON coalesce(user_events.user_sub, user_events.user_name) = identity_users.user_sub
        AND coalesce(user_events.user_pool = identity_users.user_pool, true)
WHERE user_events.in_window
ORDER BY user_events.event_time, user_events.event_id, identity_users.identity, identity_users.pool, identity_users.user_pool
