-- Which user of a user pool an identity is.
SELECT identity, pool, user_pool, user_sub, event_id
FROM identity_users
