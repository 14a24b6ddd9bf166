-- All records, with the few fields that tell who called and which credentials were handed out. The only statement that reads the logs.
-- An empty error code and 200 are successes. A pool's STS caller is cognito-identity.amazonaws.com:REGION:POOL:REGION:IDENTITY.
WITH told AS (
    SELECT
        eventid, eventtime, eventsource, eventname, eventcategory, recipientaccountid, requestid, errorcode, useridentity, requestparameters, responseelements, resources,
        useridentity.sessioncontext.webidfederationdata AS federation,
        coalesce(useridentity.sessioncontext.webidfederationdata.federatedprovider, '') IN ('cognito-identity.amazonaws.com', 'cognito-identity.amazon.com') AS is_stated,
        eventsource = 'sts.amazonaws.com' AND eventname = 'AssumeRoleWithWebIdentity'
            AND (coalesce(useridentity.identityprovider, responseelements.provider, '') IN ('cognito-identity.amazonaws.com', 'cognito-identity.amazon.com')
                OR coalesce(useridentity.principalid, '') LIKE 'cognito-identity.amazon%.com:%') AS is_sts_issue
    FROM logs
    WHERE eventtime IS NULL
        OR (({look_back} IS NULL OR eventtime >= {look_back}) AND ({to} IS NULL OR eventtime < {to}))
)
SELECT
    coalesce(eventid, 'none:' || coalesce(requestid, '') || ':' || coalesce(eventtime, '') || ':' || coalesce(eventname, '')) AS event_id,
    eventtime AS event_time,
    eventsource AS service,
    eventname AS action,
    eventcategory AS category,
    recipientaccountid AS account,
    nullif(nullif(errorcode, ''), '200') AS error_code,
    nullif(useridentity.accesskeyid, '') AS access_key_id,
    CASE WHEN useridentity.type = 'AssumedRole' THEN useridentity.sessioncontext.sessionissuer.arn END AS role,
    CASE WHEN useridentity.type = 'AssumedRole' THEN split_part(useridentity.principalid, ':', 2) END AS session_name,
    useridentity.sessioncontext.attributes.creationdate AS session_created,
    federation IS NOT NULL AS has_federation,
    is_stated,
    is_sts_issue,
    CASE WHEN is_stated THEN coalesce(federation.attributes."cognito-identity.amazonaws.com:amr", federation.attributes."cognito-identity.amazon.com:amr") END AS stated_methods,
    CASE WHEN eventsource = 'cognito-identity.amazonaws.com' THEN requestparameters.logins END AS logins,
    CASE WHEN eventsource = 'sts.amazonaws.com' THEN requestparameters.rolearn END AS asked_role,
    CASE WHEN eventsource = 'sts.amazonaws.com' THEN requestparameters.rolesessionname END AS asked_session_name,
    CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com') THEN responseelements.credentials.accesskeyid END AS issued_key,
    CASE
        WHEN is_stated THEN coalesce(federation.attributes."cognito-identity.amazonaws.com:aud", federation.attributes."cognito-identity.amazon.com:aud")
        WHEN is_sts_issue THEN coalesce(
            responseelements.audience,
            split_part(useridentity.principalid, ':', 2) || ':' || split_part(useridentity.principalid, ':', 3))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN coalesce(
            requestparameters.identitypoolid,
            responseelements.identitypoolid,
            regexp_extract(resources, 'identitypool\\?/([^"/]+)"', 1))
    END AS pool,
    CASE
        WHEN is_stated THEN coalesce(federation.attributes."cognito-identity.amazonaws.com:sub", federation.attributes."cognito-identity.amazon.com:sub")
        WHEN is_sts_issue THEN coalesce(
            responseelements.subjectfromwebidentitytoken,
            split_part(useridentity.principalid, ':', 4) || ':' || split_part(useridentity.principalid, ':', 5))
        WHEN eventsource = 'cognito-identity.amazonaws.com' THEN coalesce(requestparameters.identityid, responseelements.identityid)
    END AS identity
FROM told
