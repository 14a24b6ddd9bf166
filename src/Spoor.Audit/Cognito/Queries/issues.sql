-- Credentials handed out (or refused) by a pool. The enhanced flow leaves two records with one key, Cognito's and STS's: they are one issue.
WITH cognito AS (
    SELECT * FROM pool_events WHERE service = 'cognito-identity.amazonaws.com' AND action = 'GetCredentialsForIdentity'
), sts AS (
    SELECT * FROM pool_events WHERE is_sts_issue
)
SELECT
    coalesce(sts.event_time, cognito.event_time) AS event_time,
    CASE WHEN cognito.event_id IS NOT NULL OR sts.asked_session_name = 'CognitoIdentityCredentials' THEN 'enhanced' ELSE 'basic' END AS flow,
    coalesce(cognito.pool, sts.pool) AS pool,
    coalesce(cognito.identity, sts.identity) AS identity,
    coalesce(cognito.account, sts.account) AS account,
    sts.asked_role AS role,
    sts.asked_session_name AS session_name,
    coalesce(cognito.issued_key, sts.issued_key) AS access_key_id,
    coalesce(cognito.error_code, sts.error_code) AS error_code,
    cognito.event_id AS cognito_event_id,
    sts.event_id AS sts_event_id
FROM cognito
FULL JOIN sts ON cognito.issued_key = sts.issued_key
