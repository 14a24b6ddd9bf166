-- Which users identities stand for.
SELECT identity, user_pool, user_sub, event_id
FROM identity_users
ORDER BY identity, user_pool, user_sub, pool
