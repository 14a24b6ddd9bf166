-- Calls whose records say that they were made with credentials of a Cognito identity pool. `spoor audit cognito` finds more: calls whose key a pool issued, and what lies behind role chains.
CREATE VIEW identity_pool_calls AS
SELECT
  eventtime,
  element_at(useridentity.sessioncontext.webidfederationdata.attributes, 'cognito-identity.amazonaws.com:aud') AS pool,
  element_at(useridentity.sessioncontext.webidfederationdata.attributes, 'cognito-identity.amazonaws.com:sub') AS identity,
  element_at(useridentity.sessioncontext.webidfederationdata.attributes, 'cognito-identity.amazonaws.com:amr') AS amr,
  useridentity.sessioncontext.sessionissuer.arn AS role,
  useridentity.accesskeyid AS accesskeyid,
  eventsource,
  eventname,
  errorcode,
  sourceipaddress,
  useragent,
  eventid,
  account,
  region,
  day
FROM cloudtrail
WHERE useridentity.sessioncontext.webidfederationdata.federatedprovider IN ('cognito-identity.amazonaws.com', 'cognito-identity.amazon.com')
