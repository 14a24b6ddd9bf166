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
SELECT
    pool,
    identity,
    role,
    coalesce(asked_role, access_key_id) AS subject,
    coalesce(element_at(split(role, '/'), -1), 'a role') || ' assumed ' || coalesce(asked_role, 'another role')
        || CASE WHEN count(*) = 1 THEN '' ELSE ', ' || CAST(count(*) AS varchar) || ' times' END
        || CASE WHEN depth = 0 THEN '' ELSE ', as link ' || CAST(depth + 1 AS varchar) || ' of a chain' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
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
GROUP BY pool, identity, role, access_key_id, asked_role, depth
