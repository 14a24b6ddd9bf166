-- The fields of records that tell who called and which credentials were handed out: of the signals, and of the calls to which these led (PoolKeys.cs).
-- An empty error code and 200 are successes. A pool's STS caller is cognito-identity.amazonaws.com:REGION:POOL:REGION:IDENTITY.
-- The provider is also printed as cognito-identity.amazon.com, and in other partitions cognito-identity-us-gov.amazonaws.com, cognito-identity.us-gov-east-1.amazonaws.com
-- and cognito-identity.cn-north-1.amazonaws.com.cn. JSON texts are searched as plain text in places, so what a writer escaped in them is resolved first.
WITH chosen AS (
    SELECT
        *,
        "$path" AS object,
        "$record_offset" AS position,
        "$event_id" AS record_id,
        "$event_content" AS content,
        "$followed" AS is_followed,
        nullif(useridentity.accesskeyid, '') AS caller_key,
        {plain useridentity.sessioncontext.webidfederationdata} AS federation,
        {plain resources} AS plain_resources,
        eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoleWithWebIdentity'
            AND (coalesce(useridentity.identityprovider, json_extract_scalar(responseelements, '$.provider'), '') LIKE 'cognito-identity%.amazon%.com%'
                OR coalesce(useridentity.principalid, '') LIKE 'cognito-identity%.amazon%.com%:%') AS is_sts_issue
    FROM logs
    WHERE "$followed" OR ({condition})
), stated AS (
    SELECT
        *,
        strpos(coalesce(federation, ''), 'cognito-identity') > 0
            AND coalesce(json_extract_scalar(federation, '$.federatedProvider'), regexp_extract(federation, '"(cognito-identity[a-z0-9.-]*):(?:aud|sub)', 1), '')
                LIKE 'cognito-identity%.amazon%.com%' AS is_stated,
        coalesce(
            json_extract_scalar(federation, '$.attributes["cognito-identity.amazonaws.com:amr"]'),
            json_extract_scalar(federation, '$.attributes["cognito-identity.amazon.com:amr"]'),
            replace(regexp_extract(federation, 'cognito-identity[a-z0-9.-]*:amr\\*"\s*:\s*\\*"?(\[[^\]]*\])', 1), '\"', '"')) AS methods
    FROM chosen
)
SELECT
    record_id,
    content,
    requestid AS request_id,
    nullif(sharedeventid, '') AS shared_event_id,
    CASE WHEN addendum.reason = 'UPDATED_DATA' THEN nullif(addendum.originaleventid, '') END AS original_event_id,
    CASE WHEN addendum.reason = 'UPDATED_DATA' THEN nullif(addendum.originalrequestid, '') END AS original_request_id,
    eventtime AS event_time,
    {in the window eventtime} AS in_window,
    eventsource AS service,
    eventname AS action,
    is_stated,
    is_sts_issue,
    nullif(nullif(errorcode, ''), '200') AS error_code,
    caller_key AS access_key_id,
    CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com')
        THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') END AS issued_key,
    CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com')
        THEN json_extract_scalar(responseelements, '$.credentials.expiration') END AS expiration,
    coalesce(eventcategory, CASE eventtype WHEN 'AwsAggregatedEvent' THEN 'Aggregated' WHEN 'AwsCloudTrailInsight' THEN 'Insight' END) AS category,
    eventtype AS event_type,
    awsregion AS region,
    recipientaccountid AS account,
    useridentity.accountid AS caller_account,
    errormessage AS error_message,
    sourceipaddress AS source_ip,
    useragent AS user_agent,
    useridentity.invokedby AS invoked_by,
    readonly AS read_only,
    useridentity.type AS caller_type,
    useridentity.arn AS caller_arn,
    CASE WHEN useridentity.type = 'AssumedRole' THEN useridentity.sessioncontext.sessionissuer.arn END AS role,
    CASE WHEN useridentity.type = 'AssumedRole'
        THEN coalesce(nullif(split_part(useridentity.principalid, ':', 2), ''), element_at(split(useridentity.arn, '/'), 3)) END AS session_name,
    useridentity.sessioncontext.attributes.creationdate AS session_created,
    federation IS NOT NULL AS has_federation,
    nullif(nullif(nullif(trim(federation), ''), '{}'), 'null') IS NULL AS states_nothing,
    CASE WHEN is_stated THEN coalesce(
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazonaws.com:aud"]'),
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazon.com:aud"]'),
        regexp_extract(federation, 'cognito-identity[a-z0-9.-]*:aud\\*"\s*:\s*\\*"([^"\\]+)', 1)) END AS stated_pool,
    CASE WHEN is_stated THEN coalesce(
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazonaws.com:sub"]'),
        json_extract_scalar(federation, '$.attributes["cognito-identity.amazon.com:sub"]'),
        regexp_extract(federation, 'cognito-identity[a-z0-9.-]*:sub\\*"\s*:\s*\\*"([^"\\]+)', 1)) END AS stated_identity,
    CASE WHEN is_stated THEN {plain methods} END AS stated_methods,
    CASE
        WHEN is_sts_issue THEN coalesce(
            json_extract_scalar(responseelements, '$.audience'),
            nullif(split_part(useridentity.principalid, ':', 2) || ':' || split_part(useridentity.principalid, ':', 3), ':'))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN coalesce(
            json_extract_scalar(requestparameters, '$.identityPoolId'),
            json_extract_scalar(responseelements, '$.identityPoolId'),
            regexp_extract(plain_resources, 'identitypool\\?/([^"/]+)"', 1))
    END AS pool,
    CASE
        WHEN is_sts_issue THEN coalesce(
            json_extract_scalar(responseelements, '$.subjectFromWebIdentityToken'),
            nullif(split_part(useridentity.principalid, ':', 4) || ':' || split_part(useridentity.principalid, ':', 5), ':'))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN coalesce(
            json_extract_scalar(responseelements, '$.identityId'), json_extract_scalar(requestparameters, '$.identityId'))
    END AS identity,
    CASE WHEN eventsource = 'cognito-identity.amazonaws.com' THEN json_extract_scalar(requestparameters, '$.identityId') END AS asked_identity,
    CASE WHEN eventsource = 'cognito-identity.amazonaws.com' THEN json_extract_scalar(responseelements, '$.identityId') END AS answered_identity,
    CASE WHEN eventsource = 'cognito-identity.amazonaws.com' THEN nullif(json_format(json_extract(requestparameters, '$.logins')), 'null') END AS logins,
    CASE
        WHEN eventsource = 'sts.amazonaws.com' THEN coalesce(
            json_extract_scalar(requestparameters, '$.roleArn'), json_extract_scalar(responseelements, '$.federatedUser.arn'))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN json_extract_scalar(requestparameters, '$.customRoleArn')
        WHEN eventsource = 'iam.amazonaws.com' THEN coalesce(json_extract_scalar(responseelements, '$.role.arn'), json_extract_scalar(requestparameters, '$.roleName'))
    END AS asked_role,
    CASE WHEN eventsource = 'sts.amazonaws.com' THEN json_extract_scalar(requestparameters, '$.roleSessionName') END AS asked_session_name,
    CASE WHEN is_sts_issue THEN json_extract_scalar(requestparameters, '$.durationSeconds') END AS duration_seconds,
    CASE WHEN is_sts_issue THEN nullif(json_format(json_extract(requestparameters, '$.principalTags')), 'null') END AS principal_tags,
    CASE WHEN eventsource = 'cognito-idp.amazonaws.com' THEN coalesce(
        json_extract_scalar(requestparameters, '$.userPoolId'),
        json_extract_scalar(additionaleventdata, '$.userPoolId'),
        regexp_extract(plain_resources, 'userpool\\?/([^"/]+)"', 1)) END AS user_pool,
    CASE WHEN eventsource = 'cognito-idp.amazonaws.com' THEN coalesce(
        json_extract_scalar(additionaleventdata, '$.sub'), json_extract_scalar(additionaleventdata, '$.requestParameters.sub[0]')) END AS user_sub,
    CASE WHEN eventsource = 'cognito-idp.amazonaws.com' THEN nullif(coalesce(
        json_extract_scalar(requestparameters, '$.username'),
        json_extract_scalar(requestparameters, '$.authParameters.USERNAME'),
        json_extract_scalar(additionaleventdata, '$.requestParameters.username[0]')), 'HIDDEN_DUE_TO_SECURITY_REASONS') END AS user_name,
    {masked requestparameters} AS request,
    CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com', 'iam.amazonaws.com') THEN {masked responseelements} END AS response,
    plain_resources AS resources,
    object,
    position
FROM stated
WHERE is_followed OR is_sts_issue OR is_stated OR coalesce(eventsource, '') <> 'sts.amazonaws.com'
