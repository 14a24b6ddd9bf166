-- The enhanced flow leaves two records of one issue, Cognito's and STS's: with one key. When it was refused, or one of them
-- came without its answer, they are of one identity within seconds.
WITH cognito AS (
    SELECT * FROM pool_events WHERE service = 'cognito-identity.amazonaws.com' AND action = 'GetCredentialsForIdentity'
), sts AS (
    SELECT * FROM pool_events WHERE is_sts_issue
), of_one_key AS (
    SELECT cognito.event_id AS cognito_event_id, sts.event_id AS sts_event_id, cognito.event_time AS cognito_time, sts.event_time AS sts_time, 300 AS most_seconds
    FROM cognito
    JOIN sts ON cognito.issued_key = sts.issued_key AND coalesce(cognito.identity = sts.identity, true)
), fitting AS (
    SELECT * FROM of_one_key
    UNION ALL
    SELECT cognito.event_id, sts.event_id, cognito.event_time, sts.event_time, 5
    FROM cognito
    JOIN sts ON cognito.identity = sts.identity
    WHERE (cognito.issued_key IS NULL OR sts.issued_key IS NULL)
        AND (cognito.error_code IS NULL) = (sts.error_code IS NULL)
        AND sts.asked_session_name = 'CognitoIdentityCredentials'
        AND cognito.event_id NOT IN (SELECT cognito_event_id FROM of_one_key)
        AND sts.event_id NOT IN (SELECT sts_event_id FROM of_one_key)
), near AS (
    SELECT
        cognito_event_id,
        sts_event_id,
        most_seconds,
        coalesce(abs(date_diff('second', TRY(from_iso8601_timestamp(cognito_time)), TRY(from_iso8601_timestamp(sts_time)))), 0) AS seconds
    FROM fitting
), ranked AS (
    SELECT
        cognito_event_id,
        sts_event_id,
        row_number() OVER (PARTITION BY cognito_event_id ORDER BY seconds, sts_event_id) AS sts_rank,
        row_number() OVER (PARTITION BY sts_event_id ORDER BY seconds, cognito_event_id) AS cognito_rank
    FROM near
    WHERE seconds <= most_seconds
)
SELECT cognito_event_id, sts_event_id
FROM ranked
WHERE sts_rank = 1 AND cognito_rank = 1
