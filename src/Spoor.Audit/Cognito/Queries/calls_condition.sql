-- Second pass: calls with a key that a pool or a role chain behind it gave, and those that look like a pool's session.
(useridentity.accesskeyid IN (SELECT access_key_id FROM session.keys)
    OR useridentity.arn IN (SELECT session_arn FROM session.likely_sessions)
    OR useridentity.arn LIKE '%CognitoIdentityCredentials'
    OR useridentity.principalid LIKE '%CognitoIdentityCredentials'
    {or_role})
AND ({in reach of eventtime})
