-- The scan searches the bytes of records for each different literal of these conditions, so they are few.
-- Signals: records that say by themselves that they belong to Cognito or to roles, and the STS calls that hand out keys. What configures or issues is
-- read from all of the logs, as it tells how things stand in the window; the rest from the look-back on, and as long behind the window's end.
-- \u00 begins every escape of a character that texts searched for consist of: what claims hide in escapes is resolved when the record is read.
(eventsource LIKE 'cognito-id%'
    OR (eventsource = 'sts.amazonaws.com'
        AND (eventname LIKE 'AssumeRo%' OR eventname LIKE 'Get%Token')
        AND (eventname = 'AssumeRoleWithWebIdentity' OR useridentity.accesskeyid IS NOT NULL))
    OR (eventsource = 'iam.amazonaws.com'
        AND eventname IN (
            'CreateRole', 'DeleteRole', 'UpdateAssumeRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy',
            'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary'))
    OR useridentity.sessioncontext.webidfederationdata LIKE '%cognito-id%'
    OR useridentity.sessioncontext.webidfederationdata LIKE '%\u00%')
AND ({in reach of eventtime}
    OR eventsource IN ('cognito-identity.amazonaws.com', 'iam.amazonaws.com')
    OR eventname = 'AssumeRoleWithWebIdentity')
