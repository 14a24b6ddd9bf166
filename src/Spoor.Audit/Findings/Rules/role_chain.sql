---
id: role_chain
title: A pool session assumes another role
severity: medium
why: >-
  Behind AssumeRole the records no longer name the pool or the user, the guest session policy no longer applies, and the new role has rights that the pool was
  not set up to give.
what_to_do: >-
  Check that the app is meant to do so. If not, take sts:AssumeRole out of the pool's role, and the pool's role out of the other role's trust policy. The
  calls behind the chain: spoor trace KEY.
false_alarm: >-
  An app that was built to switch roles, as for access per tenant or per group. A role that assumes itself is not reported.
---
WITH assumed AS (
    SELECT
        pool, identity, origin_role, event_id, event_time, depth,
        coalesce(element_at(split(role, '/'), -1), 'a role') || ' -> ' || coalesce(asked_role, 'another role') AS link
    FROM uses
    WHERE certainty <> 'candidate'
        AND service = 'sts.amazonaws.com'
        AND action = 'AssumeRole'
        AND error_code IS NULL
        AND nullif(invoked_by, '') IS NULL
        AND coalesce(
            split_part(asked_role, ':', 5) || '/' || element_at(split(asked_role, '/'), -1)
                <> split_part(role, ':', 5) || '/' || element_at(split(role, '/'), -1),
            true)
)
SELECT
    pool,
    identity,
    origin_role AS role,
    coalesce(identity, origin_role) AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' role assumed: ' ELSE ' roles assumed: ' END
        || array_join(slice(array_distinct(array_agg(link ORDER BY depth, event_time, event_id)), 1, 5), ', ')
        || CASE WHEN count(DISTINCT link) > 5 THEN ', ...' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM assumed
GROUP BY pool, identity, origin_role
