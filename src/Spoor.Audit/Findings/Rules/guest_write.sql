---
id: guest_write
title: A guest changes data or configuration
severity: medium
why: >-
  A guest is anyone who knows the pool's id, which every copy of the app contains. What a guest may change, everyone may change, delete or fill up.
what_to_do: >-
  Let the guest role read only what is public. Where guests must write, let them write to places of their own, with a limit, or through a function that checks what they send.
false_alarm: >-
  The app lets guests write on purpose, as into a feedback form or an upload folder. Measurements, calls of functions and Cognito's own calls do not count.
---
WITH written AS (
    SELECT pool, identity, role, access_key_id, issue_event_id, event_id, event_time, service || ':' || action AS call
    FROM uses
    WHERE access = 'guest'
        AND certainty <> 'candidate'
        AND error_code IS NULL
        AND nullif(invoked_by, '') IS NULL
        -- Records before eventVersion 1.01 have no readOnly: then the verb speaks.
        AND coalesce(read_only = 'false', regexp_like(action, '^(Put|Delete|Create|Update|Modify|Attach|Detach|Add|Remove|Terminate|Run)[A-Z]'))
        AND none_match({ignored_calls}, pattern -> service || ':' || action LIKE replace(pattern, '*', '%'))
)
SELECT
    pool,
    identity,
    role,
    coalesce(access_key_id, identity, pool) AS subject,
    CAST(count(*) AS varchar) || CASE WHEN count(*) = 1 THEN ' write: ' ELSE ' writes: ' END
        || array_join(slice(array_agg(DISTINCT call ORDER BY call), 1, 5), ', ') || CASE WHEN count(DISTINCT call) > 5 THEN ', ...' ELSE '' END AS detail,
    min(event_time) AS first_time,
    max(event_time) AS last_time,
    array_agg(event_id ORDER BY event_time, event_id) AS event_ids
FROM written
GROUP BY pool, identity, role, access_key_id
