-- Calls that look like a pool's and prove nothing: older records (without webIdFederationData) under a session name that a pool gives with this role, and
-- all other calls of the role that was asked for. An issue of the second in which the session began is its likely origin. A key that another kind of issue
-- handed out, as AssumeRole by somebody, AssumeRoleWithSAML or AssumeRoleWithWebIdentity of another provider, speaks against the pool.
WITH other_issues AS (
    SELECT issued_key FROM events WHERE service = 'sts.amazonaws.com' AND NOT is_sts_issue AND error_code IS NULL AND issued_key IS NOT NULL
), given AS (
    SELECT role, session_name, event_time, pool, identity, access, event_id
    FROM handouts
    WHERE role IS NOT NULL AND session_name IS NOT NULL AND error_code IS NULL
), given_names AS (
    SELECT role, session_name, CASE WHEN count(DISTINCT pool) = 1 THEN min(pool) END AS pool
    FROM given
    GROUP BY role, session_name
), given_at AS (
    SELECT role, session_name, event_time, min(pool) AS pool, min(identity) AS identity, min(access) AS access, min(event_id) AS event_id
    FROM given
    GROUP BY role, session_name, event_time
    HAVING count(*) = 1
), judged AS (
    SELECT
        events.event_id, events.event_time, events.in_window, events.service, events.error_code, events.access_key_id, events.issued_key, events.asked_role, events.role,
        -- Every ordinary session has an empty statement, so with a name that anybody may choose only a missing one makes likely.
        (events.session_name = 'CognitoIdentityCredentials' AND events.states_nothing) OR (given_names.role IS NOT NULL AND NOT events.has_federation) AS is_likely,
        coalesce(given_at.pool, given_names.pool) AS pool,
        given_at.identity, given_at.access,
        given_at.event_id AS issue_event_id
    FROM events
    LEFT JOIN given_names ON events.role = given_names.role AND events.session_name = given_names.session_name
    LEFT JOIN given_at
        ON events.role = given_at.role AND events.session_name = given_at.session_name AND events.session_created = given_at.event_time
    WHERE events.role IS NOT NULL
        AND NOT events.is_stated
        AND coalesce(events.category, '') NOT IN ('Aggregated', 'Insight')
        AND events.event_id NOT IN (SELECT event_id FROM proved)
        AND (events.access_key_id IS NULL OR events.access_key_id NOT IN (SELECT issued_key FROM other_issues))
)
SELECT
    event_id, event_time, in_window, service, error_code, access_key_id, issued_key, asked_role,
    CASE WHEN is_likely THEN 'role_and_session_name' ELSE 'role' END AS via,
    0 AS depth,
    CASE WHEN is_likely THEN pool END AS pool,
    CASE WHEN is_likely THEN identity END AS identity,
    CASE WHEN is_likely THEN access END AS access,
    role,
    role AS origin_role,
    CASE WHEN is_likely THEN issue_event_id END AS issue_event_id
FROM judged
WHERE is_likely OR role = {role} OR element_at(split(role, '/'), -1) = {role}
