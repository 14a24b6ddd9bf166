---
id: guest_outside_session_policy
title: A guest was granted a call that AWS's guest session policy does not allow
severity: high
why: >-
  The enhanced flow cuts guests down to a short list of services, whatever their role allows. A call beyond the list shows that the credentials came
  from the basic flow, where the client itself chooses the role, and that anyone on the internet can do the same without signing in.
what_to_do: >-
  Switch the basic (classic) flow off on the pool unless the app needs it. Take the service out of the guest role's policies, and let the trust policy
  of stronger roles require amr "authenticated". Then read what the session did: spoor trace KEY.
false_alarm: >-
  AWS has added the service to the list since, and the thresholds file does not name it yet; or a resource's own policy names the guest's session as
  principal, which counts beside the session policy.
---
WITH outside AS (
    SELECT pool, identity, role, access_key_id, issue_event_id, event_id, event_time, service || ':' || action AS call
    FROM uses
    WHERE access = 'guest'
        AND certainty = 'proved'
        AND depth = 0
        AND error_code IS NULL
        AND nullif(invoked_by, '') IS NULL
        AND NOT contains({services}, service)
        AND none_match({calls}, pattern -> service || ':' || action LIKE replace(pattern, '*', '%'))
        AND NOT contains({always_granted}, service || ':' || action)
)
SELECT
    pool,
    identity,
    role,
    coalesce(access_key_id, identity, pool) AS subject,
    'granted: ' || array_join(slice(array_agg(DISTINCT call ORDER BY call), 1, 5), ', ')
        || CASE WHEN count(DISTINCT call) > 5 THEN ' and ' || CAST(count(DISTINCT call) - 5 AS varchar) || ' more' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    concat(ARRAY[max(issue_event_id)], array_agg(event_id ORDER BY event_time, event_id)) AS event_ids
FROM outside
GROUP BY pool, identity, role, access_key_id
