-- Which user of a user pool an identity is: the third part of the amr claim, cognito-idp.REGION.amazonaws.com/USER POOL:CognitoSignIn:SUB.
-- An identity has few claims in many calls, so each is taken apart once: min() keeps the condition on its parts from being asked of every call.
SELECT identity, pool, user_pool, user_sub, min_by(event_id, event_time || ' ' || event_id) AS event_id
FROM (
    SELECT
        identity,
        pool,
        regexp_extract(claim, '/([^/":]+):CognitoSignIn:([^"]+)"', 1) AS user_pool,
        regexp_extract(claim, '/([^/":]+):CognitoSignIn:([^"]+)"', 2) AS user_sub,
        event_id,
        event_time
    FROM (
        SELECT identity, pool, min(stated_methods) AS claim, min_by(event_id, coalesce(event_time, '9999') || ' ' || event_id) AS event_id, min(coalesce(event_time, '9999')) AS event_time
        FROM uses
        WHERE certainty = 'proved' AND identity IS NOT NULL AND stated_methods IS NOT NULL
        GROUP BY identity, pool, stated_methods
    ) AS claims
) AS told
WHERE user_sub IS NOT NULL
GROUP BY identity, pool, user_pool, user_sub
