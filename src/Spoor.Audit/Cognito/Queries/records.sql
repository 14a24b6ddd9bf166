-- The fields of records that tell who called and which credentials were handed out, for one of the two passes over the logs.
-- An empty error code and 200 are successes. A pool's STS caller is cognito-identity.amazonaws.com:REGION:POOL:REGION:IDENTITY.
-- Of calls that the second pass will find by their key, and of STS calls of others, the first keeps only that key and the one handed out: it is bare.
WITH chosen AS (
    SELECT
        *,
        nullif(useridentity.accesskeyid, '') AS caller_key,
        useridentity.sessioncontext.webidfederationdata AS federation,
        eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoleWithWebIdentity'
            AND (coalesce(useridentity.identityprovider, json_extract_scalar(responseelements, '$.provider'), '')
                    IN ('cognito-identity.amazonaws.com', 'cognito-identity.amazon.com')
                OR coalesce(useridentity.principalid, '') LIKE 'cognito-identity.amazon%.com:%') AS is_sts_issue
    FROM logs
    WHERE ({condition})
        AND {before the end of eventtime}
), stated AS (
    SELECT
        *,
        strpos(coalesce(federation, ''), 'cognito-identity.amazon') > 0
            AND coalesce(json_extract_scalar(federation, '$.federatedProvider'), regexp_extract(federation, '"(cognito-identity\.amazon(?:aws)?\.com):(?:aud|sub)', 1), '')
                IN ('cognito-identity.amazonaws.com', 'cognito-identity.amazon.com') AS is_stated
    FROM chosen
), told AS (
    SELECT
        *,
        {pass} = 1 AND NOT is_sts_issue AND (
            (is_stated AND caller_key IS NOT NULL AND coalesce(eventsource, '') NOT IN ('cognito-identity.amazonaws.com', 'iam.amazonaws.com'))
            OR (NOT is_stated AND eventsource = 'sts.amazonaws.com')) AS is_bare,
        CASE WHEN eventsource = 'cognito-identity.amazonaws.com' OR (eventsource = 'sts.amazonaws.com' AND (is_sts_issue OR is_stated OR caller_key IS NOT NULL))
            THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') END AS issued_key
    FROM stated
)
SELECT
    {pass} AS pass,
    coalesce(eventid, 'none:' || coalesce(requestid, '') || ':' || coalesce(eventtime, '') || ':' || coalesce(eventname, '')) AS event_id,
    eventtime AS event_time,
    eventtime IS NULL OR eventtime >= {from} AS in_window,
    eventsource AS service,
    eventname AS action,
    is_bare,
    is_stated,
    is_sts_issue,
    nullif(nullif(errorcode, ''), '200') AS error_code,
    caller_key AS access_key_id,
    issued_key,
    CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com') AND NOT is_bare
        THEN json_extract_scalar(responseelements, '$.credentials.expiration') END AS expiration,
    CASE WHEN NOT is_bare THEN eventcategory END AS category,
    CASE WHEN NOT is_bare THEN eventtype END AS event_type,
    CASE WHEN NOT is_bare THEN awsregion END AS region,
    CASE WHEN NOT is_bare THEN recipientaccountid END AS account,
    CASE WHEN NOT is_bare THEN useridentity.accountid END AS caller_account,
    CASE WHEN NOT is_bare THEN errormessage END AS error_message,
    CASE WHEN NOT is_bare THEN sourceipaddress END AS source_ip,
    CASE WHEN NOT is_bare THEN useragent END AS user_agent,
    CASE WHEN NOT is_bare THEN useridentity.invokedby END AS invoked_by,
    CASE WHEN NOT is_bare THEN readonly END AS read_only,
    CASE WHEN NOT is_bare THEN useridentity.type END AS caller_type,
    CASE WHEN NOT is_bare THEN useridentity.arn END AS caller_arn,
    CASE WHEN NOT is_bare AND useridentity.type = 'AssumedRole' THEN useridentity.sessioncontext.sessionissuer.arn END AS role,
    CASE WHEN NOT is_bare AND useridentity.type = 'AssumedRole'
        THEN coalesce(nullif(split_part(useridentity.principalid, ':', 2), ''), element_at(split(useridentity.arn, '/'), 3)) END AS session_name,
    CASE WHEN NOT is_bare THEN useridentity.sessioncontext.attributes.creationdate END AS session_created,
    federation IS NOT NULL AS has_federation,
    CASE WHEN is_stated AND NOT is_bare THEN coalesce(
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazonaws.com:aud"]'),
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazon.com:aud"]'),
        regexp_extract(federation, 'cognito-identity\.amazon(?:aws)?\.com:aud\\*"\s*:\s*\\*"([^"\\]+)', 1)) END AS stated_pool,
    CASE WHEN is_stated AND NOT is_bare THEN coalesce(
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazonaws.com:sub"]'),
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazon.com:sub"]'),
        regexp_extract(federation, 'cognito-identity\.amazon(?:aws)?\.com:sub\\*"\s*:\s*\\*"([^"\\]+)', 1)) END AS stated_identity,
    CASE WHEN is_stated AND NOT is_bare THEN coalesce(
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazonaws.com:amr"]'),
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazon.com:amr"]'),
        replace(regexp_extract(federation, 'cognito-identity\.amazon(?:aws)?\.com:amr\\*"\s*:\s*\\*"?(\[[^\]]*\])', 1), '\"', '"')) END AS stated_methods,
    CASE
        WHEN is_sts_issue THEN coalesce(
            json_extract_scalar(responseelements, '$.audience'),
            nullif(split_part(useridentity.principalid, ':', 2) || ':' || split_part(useridentity.principalid, ':', 3), ':'))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN coalesce(
            json_extract_scalar(requestparameters, '$.identityPoolId'),
            json_extract_scalar(responseelements, '$.identityPoolId'),
            regexp_extract(resources, 'identitypool\\?/([^"/]+)"', 1))
    END AS pool,
    CASE
        WHEN is_sts_issue THEN coalesce(
            json_extract_scalar(responseelements, '$.subjectFromWebIdentityToken'),
            nullif(split_part(useridentity.principalid, ':', 4) || ':' || split_part(useridentity.principalid, ':', 5), ':'))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN coalesce(
            json_extract_scalar(requestparameters, '$.identityId'), json_extract_scalar(responseelements, '$.identityId'))
    END AS identity,
    CASE WHEN eventsource = 'cognito-identity.amazonaws.com' THEN nullif(json_format(json_extract(requestparameters, '$.logins')), 'null') END AS logins,
    CASE
        WHEN is_bare THEN NULL
        WHEN eventsource = 'sts.amazonaws.com' THEN coalesce(
            json_extract_scalar(requestparameters, '$.roleArn'), json_extract_scalar(responseelements, '$.federatedUser.arn'))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN json_extract_scalar(requestparameters, '$.customRoleArn')
        WHEN eventsource = 'iam.amazonaws.com' THEN coalesce(json_extract_scalar(responseelements, '$.role.arn'), json_extract_scalar(requestparameters, '$.roleName'))
    END AS asked_role,
    CASE WHEN eventsource = 'sts.amazonaws.com' AND NOT is_bare THEN json_extract_scalar(requestparameters, '$.roleSessionName') END AS asked_session_name,
    CASE WHEN is_sts_issue THEN json_extract_scalar(requestparameters, '$.durationSeconds') END AS duration_seconds,
    CASE WHEN is_sts_issue THEN nullif(json_format(json_extract(requestparameters, '$.principalTags')), 'null') END AS principal_tags,
    CASE WHEN eventsource = 'cognito-idp.amazonaws.com' THEN coalesce(
        json_extract_scalar(requestparameters, '$.userPoolId'),
        json_extract_scalar(additionaleventdata, '$.userPoolId'),
        regexp_extract(resources, 'userpool\\?/([^"/]+)"', 1)) END AS user_pool,
    CASE WHEN eventsource = 'cognito-idp.amazonaws.com' THEN coalesce(
        json_extract_scalar(additionaleventdata, '$.sub'), json_extract_scalar(additionaleventdata, '$.requestParameters.sub[0]')) END AS user_sub,
    CASE WHEN eventsource = 'cognito-idp.amazonaws.com' THEN nullif(coalesce(
        json_extract_scalar(requestparameters, '$.username'),
        json_extract_scalar(requestparameters, '$.authParameters.USERNAME'),
        json_extract_scalar(additionaleventdata, '$.requestParameters.username[0]')), 'HIDDEN_DUE_TO_SECURITY_REASONS') END AS user_name,
    CASE WHEN NOT is_bare THEN {masked requestparameters} END AS request,
    CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com', 'iam.amazonaws.com') AND NOT is_bare THEN {masked responseelements} END AS response,
    CASE WHEN NOT is_bare THEN resources END AS resources
FROM told
WHERE NOT is_bare OR (caller_key IS NOT NULL AND (is_stated OR issued_key IS NOT NULL))
