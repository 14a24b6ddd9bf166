SELECT
    "$event_id" AS event_id,
    "$event_content" AS event_content,
    eventtime AS event_time,
    eventsource AS service,
    eventname AS action,
    errorcode AS error_code,
    sourceipaddress AS source_ip,
    useragent AS user_agent,
    useridentity.type AS type,
    useridentity.principalid AS principal_id,
    useridentity.arn AS arn,
    useridentity.accountid AS account,
    useridentity.accesskeyid AS access_key_id,
    useridentity.username AS user_name,
    useridentity.invokedby AS invoked_by,
    useridentity.sessioncontext.sessionissuer.arn AS role,
    useridentity.sessioncontext.sessionissuer.principalid AS role_id,
    useridentity.sessioncontext.sessionissuer.username AS role_name,
    coalesce(json_extract_scalar(responseelements, '$.credentials.accessKeyId'), json_extract_scalar(responseelements, '$.accessKey.accessKeyId')) AS issued_key,
    json_extract_scalar(requestparameters, '$.roleArn') AS asked_role
FROM cloudtrail
WHERE {mentioned} AND {in the window eventtime}
