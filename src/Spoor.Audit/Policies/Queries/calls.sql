-- The role's calls, each event once. Summaries and insights are no calls. The scan skips records whose bytes lack the role's name.
SELECT event_id, event_time, service, action, region, event_type, error_code, request, resources, role, identity
FROM (
    SELECT
        coalesce(eventid, 'none:' || coalesce(requestid, '') || ':' || coalesce(eventtime, '') || ':' || coalesce(eventname, '')) AS event_id,
        eventtime AS event_time,
        coalesce(eventsource, '') AS service,
        coalesce(eventname, '') AS action,
        awsregion AS region,
        eventtype AS event_type,
        nullif(nullif(errorcode, ''), '200') AS error_code,
        requestparameters AS request,
        resources,
        useridentity.sessioncontext.sessionissuer.arn AS role,
        coalesce(
            useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.amazonaws.com:sub",
            useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.amazon.com:sub",
            useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity-us-gov.amazonaws.com:sub",
            useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.us-gov-east-1.amazonaws.com:sub",
            useridentity.sessioncontext.webidfederationdata.attributes."cognito-identity.cn-north-1.amazonaws.com.cn:sub") AS identity,
        row_number() OVER (
            PARTITION BY coalesce(eventid, 'none:' || coalesce(requestid, '') || ':' || coalesce(eventtime, '') || ':' || coalesce(eventname, ''))
            ORDER BY eventtime) AS delivery
    FROM logs
    WHERE {role}
        AND coalesce(eventcategory, '') NOT IN ('Aggregated', 'Insight')
        AND (eventtime IS NULL OR (({from} IS NULL OR eventtime >= {from}) AND ({to} IS NULL OR eventtime < {to})))
) AS deliveries
WHERE delivery = 1
