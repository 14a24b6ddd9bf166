-- The role's records. The scan skips those whose bytes lack the role's name. Summaries and insights are no calls.
SELECT
    "$event_id" AS record_id,
    "$event_content" AS content,
    "$path" AS object,
    "$record_offset" AS position,
    eventtime AS event_time,
    eventsource AS service,
    eventname AS action,
    awsregion AS region,
    eventtype AS event_type,
    eventcategory AS category,
    nullif(nullif(errorcode, ''), '200') AS error_code,
    requestparameters AS request,
    resources,
    recipientaccountid AS account,
    useridentity.type AS caller_type,
    useridentity.accountid AS caller_account,
    nullif(useridentity.accesskeyid, '') AS access_key_id,
    requestid AS request_id,
    nullif(sharedeventid, '') AS shared_event_id,
    CASE WHEN addendum.reason = 'UPDATED_DATA' THEN nullif(addendum.originaleventid, '') END AS original_event_id,
    CASE WHEN addendum.reason = 'UPDATED_DATA' THEN nullif(addendum.originalrequestid, '') END AS original_request_id,
    useridentity.sessioncontext.sessionissuer.arn AS role,
    coalesce(
        useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.amazonaws.com:sub",
        useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.amazon.com:sub",
        useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity-us-gov.amazonaws.com:sub",
        useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.us-gov-east-1.amazonaws.com:sub",
        useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.cn-north-1.amazonaws.com.cn:sub") AS identity
FROM logs
WHERE {role}
    AND coalesce(eventcategory, '') NOT IN ('Aggregated', 'Insight')
    AND coalesce(eventtype, '') NOT IN ('AwsAggregatedEvent', 'AwsCloudTrailInsight')
    AND {in the window eventtime}
