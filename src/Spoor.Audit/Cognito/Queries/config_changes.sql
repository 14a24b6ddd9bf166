-- What changes which credentials pools hand out: pools themselves, and the roles that pools gave or were given. From the logs' beginning on.
WITH pool_roles AS (
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
    CAST(NULL AS varchar) AS user_pool, events.request, events.response
FROM events
LEFT JOIN pool_roles
    ON events.service = 'iam.amazonaws.com'
        AND element_at(split(events.asked_role, '/'), -1) = pool_roles.name
        AND coalesce(events.account, pool_roles.account) = pool_roles.account
WHERE coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
    AND ((events.service = 'cognito-identity.amazonaws.com'
            AND events.action IN (
                'CreateIdentityPool', 'UpdateIdentityPool', 'DeleteIdentityPool', 'SetIdentityPoolRoles', 'SetPrincipalTagAttributeMap',
                'UnlinkDeveloperIdentity', 'MergeDeveloperIdentities', 'DeleteIdentities')
            AND ({pool} IS NULL OR coalesce(events.pool, {pool}) = {pool}))
        OR (pool_roles.role IS NOT NULL
            AND events.action IN (
                'CreateRole', 'DeleteRole', 'UpdateAssumeRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy',
                'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary')))
