-- Sign-ins to the console, failed ones too. mfa is 'Yes' or 'No' where the record says it.
CREATE VIEW console_logins AS
SELECT
  eventtime,
  json_extract_scalar(responseelements, '$.ConsoleLogin') AS result,
  useridentity.type AS type,
  coalesce(useridentity.arn, useridentity.username) AS who,
  json_extract_scalar(additionaleventdata, '$.MFAUsed') AS mfa,
  sourceipaddress,
  useragent,
  errormessage,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE eventsource = 'signin.amazonaws.com' AND eventname = 'ConsoleLogin'
