-- Sessions that STS began, and who asked for them. accesskeyid is the key that later calls are made with.
CREATE VIEW role_sessions AS
SELECT
  eventtime,
  eventname,
  json_extract_scalar(requestparameters, '$.roleArn') AS role,
  json_extract_scalar(requestparameters, '$.roleSessionName') AS session,
  coalesce(useridentity.arn, useridentity.invokedby, useridentity.principalid, useridentity.username) AS who,
  json_extract_scalar(responseelements, '$.credentials.accessKeyId') AS accesskeyid,
  json_extract_scalar(responseelements, '$.credentials.expiration') AS expiration,
  sourceipaddress,
  errorcode,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE eventsource = 'sts.amazonaws.com' AND eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoleWithWebIdentity', 'AssumeRoot', 'GetFederationToken', 'GetSessionToken')
