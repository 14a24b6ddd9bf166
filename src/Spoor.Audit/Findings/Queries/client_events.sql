-- Calls, issues and requests for identities with the address of the client that made them. What an AWS service did for a client, under its own name or
-- address, is left out: CloudTrail then names the service (invokedBy, sourceIPAddress, userAgent), and of the enhanced flow STS knows Cognito's address only.
-- An IPv6 client moves freely in its /64 (RFC 8981), so that is its address. A browser names itself by its whole user agent; of SDKs and tools only the
-- product is kept, because one program says different versions and features for different services. The SDKs of apps (kind 'sdk') are told from tools,
-- because one app may use several of them, and a browser beneath. Each address and each user agent is read once, not in every event that has it: min() keeps
-- the conditions on them from being asked of every event.
WITH told AS (
    SELECT
        'use' AS what, event_id, event_time, in_window, pool, identity, access, role, access_key_id, depth, issue_event_id, source_ip, user_agent
    FROM uses
    WHERE certainty <> 'candidate' AND nullif(invoked_by, '') IS NULL
    UNION ALL
    SELECT 'issue', event_id, event_time, in_window, pool, identity, access, role, access_key_id, 0, event_id, source_ip, user_agent
    FROM issues
    WHERE error_code IS NULL AND (cognito_event_id IS NOT NULL OR flow = 'basic')
    UNION ALL
    SELECT
        'get_id', event_id, event_time, in_window, pool, identity,
        CASE WHEN coalesce(logins, '{}') = '{}' THEN 'guest' ELSE 'authenticated' END, NULL, NULL, 0, NULL, source_ip, user_agent
    FROM pool_events
    WHERE service = 'cognito-identity.amazonaws.com' AND action = 'GetId' AND error_code IS NULL
), located AS (
    SELECT source_ip, to_hex(CAST(TRY_CAST(text AS ipaddress) AS varbinary)) AS ip
    FROM (SELECT source_ip, min(source_ip) AS text FROM told GROUP BY source_ip) AS addresses
), places AS (
    SELECT
        source_ip,
        CASE WHEN ip LIKE '00000000000000000000FFFF%' THEN 4 ELSE 6 END AS ip_version,
        CASE WHEN ip LIKE '00000000000000000000FFFF%' THEN ip ELSE substr(ip, 1, 16) END AS address,
        CASE WHEN ip LIKE '00000000000000000000FFFF%' THEN substr(ip, 1, 28) ELSE substr(ip, 1, 8) END AS network
    FROM located
    WHERE ip IS NOT NULL
), named AS (
    SELECT user_agent, CASE WHEN opened LIKE '%]' THEN substr(opened, 1, length(opened) - 1) ELSE opened END AS agent
    FROM (
        SELECT user_agent, CASE WHEN text LIKE '[%' THEN substr(text, 2) ELSE text END AS opened
        FROM (SELECT coalesce(user_agent, '') AS user_agent, min(coalesce(user_agent, '')) AS text FROM told GROUP BY 1) AS agents
    ) AS bracketed
), clients AS (
    SELECT
        user_agent,
        CASE
            WHEN agent LIKE 'Mozilla/%' THEN agent
            ELSE nullif(split_part(split_part(lower(agent), '/', 1), ' ', 1), '')
        END AS client,
        CASE
            WHEN agent LIKE 'Mozilla/%' THEN 'browser'
            WHEN strpos(agent, ' CFNetwork/') > 0 THEN 'sdk'
            WHEN regexp_like(lower(agent), '^(aws-sdk-(js|android|ios|kotlin|swift|dart|flutter|dotnet|net|unity|cpp)|aws-amplify|amplify|aws-mobile|okhttp|dalvik)') THEN 'sdk'
            ELSE 'tool'
        END AS client_kind
    FROM named
    WHERE agent NOT LIKE '%.amazonaws.com' AND agent NOT LIKE 'aws-internal/%' AND agent <> 'AWS Internal'
)
SELECT
    told.what, told.event_id, told.event_time, told.in_window, told.pool, told.identity, told.access, told.role, told.access_key_id, told.depth, told.issue_event_id,
    told.source_ip, told.user_agent,
    CAST(to_unixtime(TRY(from_iso8601_timestamp(told.event_time))) AS bigint) AS seconds,
    places.ip_version, places.address, places.network, clients.client, clients.client_kind
FROM told
JOIN places ON told.source_ip = places.source_ip
JOIN clients ON coalesce(told.user_agent, '') = clients.user_agent
