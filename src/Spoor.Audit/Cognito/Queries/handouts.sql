-- Credentials handed out (or refused) by a pool, one row each. In the enhanced flow STS is called by Cognito, so only Cognito's record knows the client.
-- A guest sends no logins.
WITH both_records AS (
    SELECT cognito_event_id, sts_event_id FROM issue_pairs
    UNION ALL
    SELECT event_id, NULL
    FROM pool_events
    WHERE service = 'cognito-identity.amazonaws.com' AND action = 'GetCredentialsForIdentity' AND event_id NOT IN (SELECT cognito_event_id FROM issue_pairs)
    UNION ALL
    SELECT NULL, event_id
    FROM pool_events
    WHERE is_sts_issue AND event_id NOT IN (SELECT sts_event_id FROM issue_pairs)
), told AS (
    SELECT
        coalesce(sts.event_time, cognito.event_time) AS event_time,
        coalesce(sts.in_window, cognito.in_window) AS in_window,
        CASE WHEN cognito.event_id IS NOT NULL OR sts.asked_session_name = 'CognitoIdentityCredentials' THEN 'enhanced' ELSE 'basic' END AS flow,
        coalesce(cognito.pool, sts.pool) AS pool,
        coalesce(cognito.identity, sts.identity) AS identity,
        CASE WHEN cognito.event_id IS NULL OR cognito.error_code IS NOT NULL THEN NULL WHEN coalesce(cognito.logins, '{}') = '{}' THEN 'guest' ELSE 'authenticated' END AS access,
        coalesce(cognito.account, sts.account) AS account,
        coalesce(cognito.region, sts.region) AS region,
        coalesce(sts.asked_role, cognito.asked_role) AS role,
        sts.asked_session_name AS session_name,
        coalesce(cognito.issued_key, sts.issued_key) AS access_key_id,
        coalesce(sts.expiration, cognito.expiration) AS expiration,
        TRY_CAST(sts.duration_seconds AS bigint) AS duration_seconds,
        sts.principal_tags,
        cognito.logins,
        coalesce(cognito.error_code, sts.error_code) AS error_code,
        cognito.event_id AS cognito_event_id,
        sts.event_id AS sts_event_id,
        coalesce(sts.event_id, cognito.event_id) AS event_id,
        CASE WHEN cognito.event_id IS NOT NULL THEN cognito.source_ip WHEN sts.asked_session_name <> 'CognitoIdentityCredentials' THEN sts.source_ip END AS source_ip,
        CASE WHEN cognito.event_id IS NOT NULL THEN cognito.user_agent WHEN sts.asked_session_name <> 'CognitoIdentityCredentials' THEN sts.user_agent END AS user_agent
    FROM both_records
    LEFT JOIN pool_events AS cognito ON both_records.cognito_event_id = cognito.event_id
    LEFT JOIN pool_events AS sts ON both_records.sts_event_id = sts.event_id
), tokens AS (
    -- The token that a basic issue used: the identity's last one before it tells whether it was signed in.
    SELECT
        told.event_id,
        CASE WHEN coalesce(tokens.logins, '{}') = '{}' THEN 'guest' ELSE 'authenticated' END AS access,
        row_number() OVER (PARTITION BY told.event_id ORDER BY tokens.event_time DESC) AS choice
    FROM told
    JOIN pool_events AS tokens ON told.identity = tokens.identity AND tokens.event_time <= told.event_time
    WHERE told.access IS NULL AND told.error_code IS NULL AND tokens.error_code IS NULL AND tokens.action IN ('GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity')
)
SELECT
    told.event_time, told.in_window, told.flow, told.pool, told.identity,
    coalesce(told.access, tokens.access) AS access,
    told.account, told.region, told.role, told.session_name, told.access_key_id,
    {ISO text of told.expiration} AS expiration,
    told.duration_seconds, told.principal_tags, told.logins, told.error_code, told.cognito_event_id, told.sts_event_id, told.event_id, told.source_ip, told.user_agent
FROM told
LEFT JOIN tokens ON told.event_id = tokens.event_id AND tokens.choice = 1
