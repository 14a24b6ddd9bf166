-- Long-term access keys that were made, switched on or off, or deleted.
CREATE VIEW access_key_changes AS
SELECT
  eventtime,
  eventname,
  coalesce(json_extract_scalar(responseelements, '$.accessKey.accessKeyId'), json_extract_scalar(requestparameters, '$.accessKeyId')) AS accesskeyid,
  coalesce(json_extract_scalar(requestparameters, '$.userName'), json_extract_scalar(responseelements, '$.accessKey.userName'), useridentity.username) AS username,
  json_extract_scalar(requestparameters, '$.status') AS status,
  useridentity.arn AS who,
  sourceipaddress,
  errorcode,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE eventsource = 'iam.amazonaws.com' AND eventname IN ('CreateAccessKey', 'UpdateAccessKey', 'DeleteAccessKey')
