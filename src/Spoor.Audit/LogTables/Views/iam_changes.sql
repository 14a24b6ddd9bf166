-- Changes to users, roles, groups, policies and providers of IAM.
CREATE VIEW iam_changes AS
SELECT
  eventtime,
  eventname,
  coalesce(
    json_extract_scalar(requestparameters, '$.roleName'),
    json_extract_scalar(requestparameters, '$.userName'),
    json_extract_scalar(requestparameters, '$.groupName'),
    json_extract_scalar(requestparameters, '$.policyArn'),
    json_extract_scalar(requestparameters, '$.policyName')) AS changed,
  useridentity.arn AS who,
  sourceipaddress,
  errorcode,
  requestparameters,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE eventsource = 'iam.amazonaws.com' AND readonly = 'false'
