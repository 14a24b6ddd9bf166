-- Calls, issues and requests for identities with the address of the client that made them. What an AWS service did for a client, under its own name or
-- address, is left out: CloudTrail then names the service (invokedBy, sourceIPAddress, userAgent), and of the enhanced flow STS knows Cognito's address only.
-- An IPv6 client moves freely in its /64 (RFC 8981), so that is its address. A browser names itself by its whole user agent; of SDKs and tools only the
-- product is kept, because one program says different versions and features for different services. The SDKs of apps (kind 'sdk') are told from tools,
-- because one app may use several of them, and a browser beneath.
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
    SELECT
        *,
        to_hex(CAST(TRY_CAST(source_ip AS ipaddress) AS varbinary)) AS ip,
        regexp_extract(user_agent, '^\[?(.*?)\]?$', 1) AS agent
    FROM told
)
SELECT
    what, event_id, event_time, in_window, pool, identity, access, role, access_key_id, depth, issue_event_id, source_ip, user_agent,
    CAST(to_unixtime(TRY(from_iso8601_timestamp(event_time))) AS bigint) AS seconds,
    CASE WHEN ip LIKE '00000000000000000000FFFF%' THEN 4 ELSE 6 END AS ip_version,
    CASE WHEN ip LIKE '00000000000000000000FFFF%' THEN ip ELSE substr(ip, 1, 16) END AS address,
    CASE WHEN ip LIKE '00000000000000000000FFFF%' THEN substr(ip, 1, 28) ELSE substr(ip, 1, 8) END AS network,
    CASE
        WHEN agent LIKE 'Mozilla/%' THEN agent
        ELSE nullif(regexp_extract(lower(agent), '^[^/ ]+'), '')
    END AS client,
    CASE
        WHEN agent LIKE 'Mozilla/%' THEN 'browser'
        WHEN regexp_like(lower(agent), '^(aws-sdk-(js|android|ios|kotlin|swift|dart|flutter|dotnet|net|unity|cpp)|aws-amplify|amplify|aws-mobile|okhttp|dalvik)') THEN 'sdk'
        ELSE 'tool'
    END AS client_kind
FROM located
WHERE ip IS NOT NULL
    AND coalesce(agent, '') NOT LIKE '%.amazonaws.com'
    AND coalesce(agent, '') NOT LIKE 'aws-internal/%'
    AND coalesce(agent, '') <> 'AWS Internal'
