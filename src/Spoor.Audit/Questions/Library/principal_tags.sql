---
title: 'Claims that became tags of sessions'
group: Cognito
needs:
  what: 'records of Cognito identity pools'
  where: 'eventsource = ''cognito-identity.amazonaws.com'' OR useridentity.identityprovider LIKE ''cognito-identity.amazon%'' OR useridentity.sessioncontext.webidfederationdata.federatedprovider LIKE ''cognito-identity.amazon%'''
---
SELECT json_extract_scalar(responseelements, '$.audience') AS pool, json_format(json_extract(requestparameters, '$.principalTags')) AS tags, count(DISTINCT eventid) + count_if(eventid IS NULL) AS sessions, count(DISTINCT json_extract_scalar(responseelements, '$.subjectFromWebIdentityToken')) AS identities, max(eventtime) AS last
FROM cloudtrail
WHERE eventname = 'AssumeRoleWithWebIdentity' AND json_extract(requestparameters, '$.principalTags') IS NOT NULL
GROUP BY 1, 2
ORDER BY sessions DESC
