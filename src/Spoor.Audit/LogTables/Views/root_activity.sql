-- What was done as the account's root user, and not by a service for it.
CREATE VIEW root_activity AS
SELECT
  eventtime,
  eventsource,
  eventname,
  useridentity.accountid AS rootof,
  useridentity.accesskeyid AS accesskeyid,
  useridentity.sessioncontext.attributes.mfaauthenticated AS mfa,
  sourceipaddress,
  useragent,
  errorcode,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE useridentity.type = 'Root' AND useridentity.invokedby IS NULL AND coalesce(eventtype, '') <> 'AwsServiceEvent'
