-- Which records tell of one issue: all that have its key, as a key is handed out once. Only copied documents have one key for several, which then lie more than
-- a session's longest life apart. The enhanced flow leaves Cognito's record and STS's; when it was refused, or one of them came without its answer, they are of
-- one identity within seconds. The first record of each side speaks for it; the others are named beside it.
WITH told AS (
    SELECT
        event_id, event_time, is_sts_issue AS is_sts, issued_key, error_code, identity, asked_identity,
        CASE WHEN is_sts_issue THEN identity ELSE answered_identity END AS answered_identity,
        -- Of records of one time the order is that of their ids, so that it does not depend on the order of delivery.
        coalesce(event_time, '') || ' ' || event_id AS place,
        is_sts_issue AND asked_session_name = 'CognitoIdentityCredentials' AND NOT {is a client user_agent} AS may_be_cognitos
    FROM cognito_events
    WHERE is_sts_issue OR (service = 'cognito-identity.amazonaws.com' AND action = 'GetCredentialsForIdentity')
), spaced AS (
    SELECT
        *,
        CASE
            WHEN date_diff(
                'second',
                TRY(from_iso8601_timestamp(lag(event_time) OVER (PARTITION BY issued_key ORDER BY place))),
                TRY(from_iso8601_timestamp(event_time))) > 43200 THEN 1
            ELSE 0
        END AS begins
    FROM told
    WHERE issued_key IS NOT NULL
), numbered AS (
    SELECT *, sum(begins) OVER (PARTITION BY issued_key ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS number
    FROM spaced
), sides AS (
    SELECT
        min_by(event_id, place) FILTER (WHERE NOT is_sts) AS cognito_event_id,
        min_by(event_id, place) FILTER (WHERE is_sts) AS sts_event_id,
        CASE WHEN count(*) > 2 OR count_if(is_sts) > 1 OR count_if(NOT is_sts) > 1 THEN array_agg(event_id ORDER BY place) END AS event_ids,
        min(answered_identity) AS least_answered, max(answered_identity) AS most_answered, min(asked_identity) AS least_asked, max(asked_identity) AS most_asked
    FROM numbered
    GROUP BY issued_key, number
    UNION ALL
    SELECT
        CASE WHEN NOT is_sts THEN event_id END, CASE WHEN is_sts THEN event_id END, NULL, answered_identity, answered_identity, asked_identity, asked_identity
    FROM told
    WHERE issued_key IS NULL
), lone AS (
    SELECT told.*
    FROM sides
    JOIN told ON coalesce(sides.sts_event_id, sides.cognito_event_id) = told.event_id
    WHERE sides.sts_event_id IS NULL OR sides.cognito_event_id IS NULL
), near AS (
    SELECT
        cognito.event_id AS cognito_event_id,
        sts.event_id AS sts_event_id,
        coalesce(abs(date_diff('second', TRY(from_iso8601_timestamp(cognito.event_time)), TRY(from_iso8601_timestamp(sts.event_time)))), 0) AS seconds
    FROM lone AS cognito
    JOIN lone AS sts ON cognito.identity = sts.identity
    WHERE NOT cognito.is_sts
        AND sts.may_be_cognitos
        AND (cognito.issued_key IS NULL OR sts.issued_key IS NULL)
        AND (cognito.error_code IS NULL) = (sts.error_code IS NULL)
), ranked AS (
    SELECT
        cognito_event_id,
        sts_event_id,
        row_number() OVER (PARTITION BY cognito_event_id ORDER BY seconds, sts_event_id) AS sts_rank,
        row_number() OVER (PARTITION BY sts_event_id ORDER BY seconds, cognito_event_id) AS cognito_rank
    FROM near
    WHERE seconds <= 5
), pairs AS (
    SELECT cognito_event_id, sts_event_id FROM ranked WHERE sts_rank = 1 AND cognito_rank = 1
)
SELECT
    coalesce(sides.cognito_event_id, pairs.cognito_event_id) AS cognito_event_id,
    sides.sts_event_id,
    array_except(
        coalesce(sides.event_ids, ARRAY[]) || coalesce(partners.event_ids, ARRAY[]),
        ARRAY[coalesce(sides.cognito_event_id, pairs.cognito_event_id), sides.sts_event_id]) AS other_event_ids,
    sides.least_answered,
    sides.most_answered,
    coalesce(sides.least_asked, partners.least_asked) AS least_asked,
    coalesce(sides.most_asked, partners.most_asked) AS most_asked
FROM sides
LEFT JOIN pairs ON sides.sts_event_id = pairs.sts_event_id
LEFT JOIN sides AS partners ON pairs.cognito_event_id = partners.cognito_event_id
WHERE sides.sts_event_id IS NOT NULL OR sides.cognito_event_id NOT IN (SELECT cognito_event_id FROM pairs)
