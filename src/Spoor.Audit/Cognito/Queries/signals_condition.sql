-- First pass: records that say by themselves that they belong to Cognito or to roles, and the STS calls that hand out keys. What configures or issues is
-- read from the logs' beginning on, as it tells the state in which the window begins; the rest from the look-back on.
(eventsource IN ('cognito-identity.amazonaws.com', 'cognito-idp.amazonaws.com')
    OR (eventsource = 'sts.amazonaws.com'
        AND (eventname = 'AssumeRoleWithWebIdentity'
            OR (eventname IN ('AssumeRole', 'AssumeRoleWithSAML', 'AssumeRoot', 'GetFederationToken', 'GetSessionToken') AND useridentity.accesskeyid IS NOT NULL)))
    OR (eventsource = 'iam.amazonaws.com'
        AND eventname IN (
            'CreateRole', 'DeleteRole', 'UpdateAssumeRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy',
            'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary'))
    OR useridentity.sessioncontext.webidfederationdata LIKE '%cognito-identity.amazon%')
AND ({in reach of eventtime}
    OR eventsource IN ('cognito-identity.amazonaws.com', 'iam.amazonaws.com')
    OR eventname = 'AssumeRoleWithWebIdentity')
