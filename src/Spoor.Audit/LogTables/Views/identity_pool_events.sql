-- What Cognito identity pools did: identities made, credentials handed out. GetId and GetCredentialsForIdentity are data events, which a trail records only when told to.
CREATE VIEW identity_pool_events AS
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.identityPoolId'),
    json_extract_scalar(responseelements, '$.audience'),
    element_at(split(resources[1].arn, '/'), -1)) AS pool,
  coalesce(
    json_extract_scalar(requestparameters, '$.identityId'),
    json_extract_scalar(responseelements, '$.identityId'),
    json_extract_scalar(responseelements, '$.subjectFromWebIdentityToken')) AS identity,
  json_extract_scalar(requestparameters, '$.roleArn') AS role,
  json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS accesskeyid,
  sourceipaddress,
  useragent,
  errorcode,
  errormessage,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE eventsource = 'cognito-identity.amazonaws.com'
  OR (eventname = 'AssumeRoleWithWebIdentity'
    AND (useridentity.identityprovider LIKE 'cognito-identity.amazon%' OR json_extract_scalar(responseelements, '$.provider') LIKE 'cognito-identity.amazon%'))
