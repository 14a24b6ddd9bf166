-- What changes which credentials pools hand out: pools themselves, and the roles that pools gave or were given, from the logs' beginning on; and the user pools
-- behind them, whose groups give roles and whose clients say which attributes users may change. A pool's record names its user pools as login providers.
WITH configured AS (
    SELECT
        event_id,
        nullif(
            array_join(array_sort(array_distinct(regexp_extract_all(request, 'cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\\?/([A-Za-z0-9_-]+)', 1))), ', '),
            '') AS user_pools
    FROM events
    WHERE service = 'cognito-identity.amazonaws.com' AND strpos(request, 'cognito-idp.') > 0 AND ({pool} IS NULL OR pool = {pool})
        AND action IN ('CreateIdentityPool', 'UpdateIdentityPool', 'SetIdentityPoolRoles', 'SetPrincipalTagAttributeMap')
), pool_user_pools AS (
    SELECT user_pool
    FROM configured
    CROSS JOIN UNNEST(split(user_pools, ', ')) AS named (user_pool)
    UNION
    SELECT regexp_extract(stated_methods, 'cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?/([A-Za-z0-9_-]+)', 1)
    FROM (SELECT DISTINCT stated_methods FROM uses WHERE stated_methods LIKE '%cognito-idp.%') AS claims
    UNION
    SELECT regexp_extract(logins, 'cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\\?/([A-Za-z0-9_-]+)', 1)
    FROM (SELECT DISTINCT logins FROM issues WHERE logins LIKE '%cognito-idp.%') AS providers
), pool_roles AS (
    SELECT element_at(split(role, '/'), -1) AS name, split_part(role, ':', 5) AS account, min(role) AS role
    FROM (
        SELECT role FROM handouts
        UNION ALL
        SELECT role FROM proved WHERE depth = 0
        UNION ALL
        SELECT given
        FROM events
        CROSS JOIN UNNEST(regexp_extract_all(request, 'arn:[^:"]+:iam::[0-9]+:role\\?/[^"]+')) AS roles (given)
        WHERE service = 'cognito-identity.amazonaws.com' AND action = 'SetIdentityPoolRoles'
    ) AS roles
    WHERE role IS NOT NULL
    GROUP BY element_at(split(role, '/'), -1), split_part(role, ':', 5)
)
SELECT
    events.event_id, events.event_time, events.in_window, events.service, events.action, events.region, events.account, events.error_code, events.error_message,
    events.caller_arn, events.access_key_id AS caller_key, events.source_ip, events.user_agent, events.pool, pool_roles.role,
    coalesce(configured.user_pools, events.user_pool) AS user_pool, events.request, events.response
FROM events
LEFT JOIN configured ON events.event_id = configured.event_id
LEFT JOIN pool_roles
    ON events.service = 'iam.amazonaws.com'
        AND element_at(split(events.asked_role, '/'), -1) = pool_roles.name
        AND coalesce(events.account, pool_roles.account) = pool_roles.account
WHERE coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
    AND {before the end of events.event_time}
    AND ((events.service = 'cognito-identity.amazonaws.com'
            AND events.action IN (
                'CreateIdentityPool', 'UpdateIdentityPool', 'DeleteIdentityPool', 'SetIdentityPoolRoles', 'SetPrincipalTagAttributeMap',
                'UnlinkDeveloperIdentity', 'MergeDeveloperIdentities', 'DeleteIdentities')
            AND ({pool} IS NULL OR coalesce(events.pool, {pool}) = {pool}))
        OR (pool_roles.role IS NOT NULL
            AND events.action IN (
                'CreateRole', 'DeleteRole', 'UpdateAssumeRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy',
                'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary'))
        OR (events.service = 'cognito-idp.amazonaws.com'
            AND events.action IN (
                'UpdateUserPool', 'DeleteUserPool', 'AddCustomAttributes', 'CreateGroup', 'UpdateGroup', 'DeleteGroup',
                'CreateUserPoolClient', 'UpdateUserPoolClient', 'DeleteUserPoolClient', 'CreateIdentityProvider', 'UpdateIdentityProvider', 'DeleteIdentityProvider')
            AND events.user_pool IN (SELECT user_pool FROM pool_user_pools WHERE user_pool IS NOT NULL)))
