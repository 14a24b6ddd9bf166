---
id: role_not_attached
title: A session has a role that the pool's configuration does not give
severity: high
why: >-
  SetIdentityPoolRoles says which roles a pool gives to guests and to signed-in users. A session with another role was made in the basic flow with a role
  whose trust policy admits the pool: the client chose rights that nobody meant it to have.
what_to_do: >-
  Correct the role's trust policy: the pool's id as aud, and amr "authenticated" or "unauthenticated" as meant. Switch the basic flow off if the app does
  not need it. Review what the sessions did: spoor trace ROLE.
false_alarm: >-
  A later SetIdentityPoolRoles is missing in the logs. Roles of rule-based mappings count as given; where a mapping takes roles from tokens, every
  role of a signed-in user does, and without one a role asked for by customRoleArn does not. Without any SetIdentityPoolRoles before the session the rule is silent.
---
WITH configurations AS (
    SELECT
        pool,
        event_id,
        event_time,
        lead(event_time) OVER (PARTITION BY pool ORDER BY event_time, event_id) AS until,
        json_extract_scalar(request, '$.roles.unauthenticated') AS guest_role,
        regexp_extract_all(replace(request, '\/', '/'), 'arn:aws[a-z-]*:iam::[0-9]+:role/[^"]+') AS roles,
        regexp_like(request, '"[tT]ype"\s*:\s*"Token"') AS takes_roles_from_tokens
    FROM config_changes
    WHERE action = 'SetIdentityPoolRoles' AND error_code IS NULL
), sessions_begun AS (
    SELECT pool, identity, role, access, event_id, event_time AS begun, event_time AS last_time
    FROM issues
    WHERE error_code IS NULL
    UNION ALL
    SELECT
        pool, identity, role, max(access), min_by(event_id, event_time), coalesce(session_created, min(event_time)), max(event_time)
    FROM uses
    WHERE certainty = 'proved' AND depth = 0 AND issue_event_id IS NULL
    GROUP BY pool, identity, role, access_key_id, session_name, session_created
), judged AS (
    SELECT
        begun.*,
        configurations.event_id AS configuration,
        split_part(begun.role, ':', 5) || '/' || element_at(split(begun.role, '/'), -1) AS role_name,
        CASE
            WHEN begun.access = 'guest' THEN ARRAY[configurations.guest_role]
            ELSE configurations.roles
        END AS given,
        begun.access IS DISTINCT FROM 'guest' AND configurations.takes_roles_from_tokens AS is_open
    FROM sessions_begun AS begun
    JOIN configurations
        ON begun.pool = configurations.pool
        AND begun.begun >= configurations.event_time
        AND (configurations.until IS NULL OR begun.begun < configurations.until)
    WHERE begun.role IS NOT NULL
)
SELECT
    pool,
    identity,
    role,
    role AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' session' ELSE ' sessions' END
        || CASE max(access) WHEN 'guest' THEN ' of a guest' WHEN 'authenticated' THEN ' of a signed-in identity' ELSE '' END
        || ' with the role ' || element_at(split(role, '/'), -1) || '; the pool gives '
        || coalesce(nullif(array_join(max(filter(given, arn -> arn IS NOT NULL)), ', '), ''), 'it none') AS detail,
    min(begun) AS first_time,
    max(last_time) AS last_time,
    concat(ARRAY[configuration], array_agg(event_id ORDER BY begun, event_id)) AS event_ids
FROM judged
WHERE NOT is_open
    AND none_match(
        filter(given, arn -> arn IS NOT NULL),
        arn -> split_part(arn, ':', 5) || '/' || element_at(split(arn, '/'), -1) = role_name)
GROUP BY pool, identity, role, configuration
