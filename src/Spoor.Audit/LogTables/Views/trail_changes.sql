-- Changes to what is recorded: trails, their selectors, event data stores.
CREATE VIEW trail_changes AS
SELECT
  eventtime,
  eventname,
  coalesce(json_extract_scalar(requestparameters, '$.name'), json_extract_scalar(requestparameters, '$.trailName'), json_extract_scalar(requestparameters, '$.eventDataStore')) AS trail,
  useridentity.arn AS who,
  sourceipaddress,
  errorcode,
  requestparameters,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE eventsource = 'cloudtrail.amazonaws.com' AND readonly = 'false'
