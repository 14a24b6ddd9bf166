-- Credentials handed out (or refused) by a pool, one row each. The answer says who got them, not the request: Cognito may answer with another identity than the
-- one asked for. In the enhanced flow STS is called by Cognito, so only Cognito's record knows the client. A guest sends no logins.
WITH told AS (
    SELECT
        coalesce(sts.event_time, cognito.event_time) AS event_time,
        coalesce(sts.in_window, cognito.in_window) AS in_window,
        coalesce(cognito.pool, sts.pool) AS pool,
        issue_groups.least_answered, issue_groups.most_answered, issue_groups.least_asked, issue_groups.most_asked,
        coalesce(sts.identity, cognito.answered_identity) AS answered_identity,
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
        coalesce(cognito.error_message, sts.error_message) AS error_message,
        cognito.event_id AS cognito_event_id,
        sts.event_id AS sts_event_id,
        issue_groups.other_event_ids,
        coalesce(sts.event_id, cognito.event_id) AS event_id,
        cognito.source_ip AS cognito_source_ip, cognito.user_agent AS cognito_user_agent,
        sts.source_ip AS sts_source_ip, sts.user_agent AS sts_user_agent
    FROM issue_groups
    LEFT JOIN cognito_events AS cognito ON issue_groups.cognito_event_id = cognito.event_id
    LEFT JOIN cognito_events AS sts ON issue_groups.sts_event_id = sts.event_id
), disputed AS (
    SELECT DISTINCT access_key_id
    FROM told
    WHERE access_key_id IS NOT NULL AND (least_answered IS NULL OR least_answered <> most_answered)
), stated AS (
    -- Where the records of an issue name several identities or none, its calls may tell.
    SELECT access_key_id, min(stated_identity) AS identity
    FROM events
    WHERE is_stated AND access_key_id IN (SELECT access_key_id FROM disputed) AND coalesce(category, '') NOT IN ('Aggregated', 'Insight')
    GROUP BY access_key_id
    HAVING count(DISTINCT stated_identity) = 1
), identified AS (
    SELECT
        told.*,
        CASE
            WHEN told.least_answered = told.most_answered THEN told.least_answered
            WHEN told.least_answered IS NULL OR stated.identity IN (told.least_answered, told.most_answered) THEN coalesce(stated.identity, told.least_asked)
            ELSE told.answered_identity
        END AS identity
    FROM told
    LEFT JOIN stated ON told.access_key_id = stated.access_key_id
), unclear AS (
    -- A session name, a program's name and a duration are the client's to choose. That of the enhanced flow proves nothing, and those that Cognito never gives
    -- prove the basic flow; an address is not chosen, and where CloudTrail writes a service's name, the service called.
    SELECT event_id, event_time, identity, access_key_id, sts_source_ip
    FROM identified
    WHERE cognito_event_id IS NULL AND NOT {is a service sts_source_ip}
), own_calls AS (
    -- A token that only STS takes, not long before; or the address of the client, from which Cognito does not call.
    SELECT unclear.event_id
    FROM unclear
    JOIN cognito_events AS tokens ON unclear.identity = tokens.identity
    WHERE tokens.action = 'GetOpenIdToken'
        AND tokens.error_code IS NULL
        AND date_diff('second', TRY(from_iso8601_timestamp(tokens.event_time)), TRY(from_iso8601_timestamp(unclear.event_time))) BETWEEN -5 AND 660
    UNION
    SELECT unclear.event_id
    FROM unclear
    JOIN cognito_events AS client ON unclear.identity = client.identity AND unclear.sts_source_ip = client.source_ip
    WHERE client.service = 'cognito-identity.amazonaws.com'
    UNION
    SELECT unclear.event_id
    FROM unclear
    JOIN events ON unclear.access_key_id = events.access_key_id AND unclear.sts_source_ip = events.source_ip
), flows AS (
    SELECT
        *,
        CASE
            WHEN cognito_event_id IS NOT NULL OR {is a service sts_source_ip} THEN 'enhanced'
            WHEN session_name <> 'CognitoIdentityCredentials' OR duration_seconds <> 3600 OR {is a client sts_user_agent} OR event_id IN (SELECT event_id FROM own_calls) THEN 'basic'
            WHEN nullif(sts_user_agent, '') IS NOT NULL AND nullif(sts_source_ip, '') IS NOT NULL THEN 'enhanced'
            ELSE 'unknown'
        END AS flow
    FROM identified
), tokens AS (
    -- The token that a basic issue used: the identity's last one before it tells whether it was signed in.
    SELECT
        flows.event_id,
        CASE WHEN coalesce(tokens.logins, '{}') = '{}' THEN 'guest' ELSE 'authenticated' END AS access,
        row_number() OVER (PARTITION BY flows.event_id ORDER BY tokens.event_time DESC, tokens.event_id) AS choice
    FROM flows
    JOIN cognito_events AS tokens ON flows.identity = tokens.identity AND tokens.event_time <= flows.event_time
    WHERE flows.access IS NULL AND flows.error_code IS NULL AND tokens.error_code IS NULL AND tokens.action IN ('GetOpenIdToken', 'GetOpenIdTokenForDeveloperIdentity')
)
SELECT
    flows.event_time, flows.in_window, flows.flow, flows.pool, flows.identity,
    nullif(
        array_sort(array_distinct(array_remove(
            filter(ARRAY[flows.least_answered, flows.most_answered, flows.least_asked, flows.most_asked], told -> told IS NOT NULL),
            coalesce(flows.identity, '')))),
        ARRAY[]) AS other_identities,
    coalesce(flows.access, tokens.access) AS access,
    flows.account, flows.region, flows.role, flows.session_name, flows.access_key_id,
    {ISO text of flows.expiration} AS expiration,
    flows.duration_seconds, flows.principal_tags, flows.logins, flows.error_code, flows.error_message, flows.cognito_event_id, flows.sts_event_id, flows.event_id,
    nullif(flows.other_event_ids, ARRAY[]) AS other_event_ids,
    CASE WHEN flows.cognito_event_id IS NOT NULL THEN flows.cognito_source_ip WHEN flows.flow <> 'enhanced' THEN flows.sts_source_ip END AS source_ip,
    CASE WHEN flows.cognito_event_id IS NOT NULL THEN flows.cognito_user_agent WHEN flows.flow <> 'enhanced' THEN flows.sts_user_agent END AS user_agent
FROM flows
LEFT JOIN tokens ON flows.event_id = tokens.event_id AND tokens.choice = 1
