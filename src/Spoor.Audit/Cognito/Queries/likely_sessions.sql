-- Sessions by role and name as pools gave them: what their calls have as userIdentity.arn. A path of the role's ARN is not in it.
-- Those named CognitoIdentityCredentials the second pass finds by that name.
SELECT DISTINCT regexp_replace(asked_role, '^(arn:[^:]+):iam::([0-9]*):role/(?:.*/)?([^/]+)$', '$1:sts::$2:assumed-role/$3/') || asked_session_name AS session_arn
FROM signals
WHERE is_sts_issue AND error_code IS NULL AND asked_role IS NOT NULL AND asked_session_name <> 'CognitoIdentityCredentials'
