---
title: 'Users who signed up and called AWS within minutes'
group: Cognito
needs:
  what: 'sign-ups in user pools'
  where: 'eventsource = ''cognito-idp.amazonaws.com'''
parameters:
  minutes:
    about: 'Within how many minutes.'
    default: '15'
---
WITH signups AS (
  SELECT json_extract_scalar(additionaleventdata, '$.sub') AS sub, min(eventtime) AS signedup, min_by(sourceipaddress, eventtime) AS sourceipaddress
  FROM cloudtrail
  WHERE eventsource = 'cognito-idp.amazonaws.com' AND eventname IN ('SignUp', 'ConfirmSignUp') AND errorcode IS NULL
  GROUP BY 1
)
SELECT signups.sub, signups.signedup, signups.sourceipaddress, min(calls.eventtime) AS firstcall, min_by(calls.eventname, calls.eventtime) AS what, count(DISTINCT calls.eventid) + count_if(calls.eventid IS NULL) AS calls
FROM signups
JOIN identity_pool_calls AS calls ON calls.amr LIKE concat('%:CognitoSignIn:', signups.sub, '%')
WHERE signups.sub IS NOT NULL
GROUP BY 1, 2, 3
HAVING date_diff('minute', from_iso8601_timestamp(signups.signedup), from_iso8601_timestamp(min(calls.eventtime))) < CAST({minutes} AS bigint)
ORDER BY signedup DESC
