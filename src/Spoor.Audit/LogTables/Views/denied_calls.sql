-- Calls that were refused for lack of a permission.
CREATE VIEW denied_calls AS
SELECT
  eventtime,
  coalesce(useridentity.sessioncontext.sessionissuer.arn, useridentity.arn, useridentity.invokedby, useridentity.type) AS who,
  useridentity.arn AS arn,
  useridentity.accesskeyid AS accesskeyid,
  eventsource,
  eventname,
  errorcode,
  errormessage,
  sourceipaddress,
  useragent,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE errorcode LIKE '%AccessDenied%' OR errorcode LIKE '%UnauthorizedOperation' OR errorcode IN ('NotAuthorizedException', 'UnauthorizedException', 'AuthorizationError', 'Forbidden')
