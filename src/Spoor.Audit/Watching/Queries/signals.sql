-- Records that say by themselves that they belong to Cognito or to roles, and those that say of sessions which look like a pool's that they are not. Calls with a
-- pool's keys are looked for by key. \u00 begins the escapes in which JSON can hide a name.
eventsource IN ('cognito-identity.amazonaws.com', 'cognito-idp.amazonaws.com')
OR (eventsource = 'sts.amazonaws.com'
    AND eventname = 'AssumeRoleWithWebIdentity'
    AND (useridentity.identityprovider LIKE '%cognito-identity%'
        OR useridentity.principalid LIKE '%cognito-identity%'
        OR responseelements LIKE '%cognito-identity%'
        OR responseelements LIKE '%\u00%'))
OR (eventsource = 'iam.amazonaws.com'
    AND eventname IN (
        'CreateRole', 'DeleteRole', 'UpdateAssumeRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy',
        'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary'))
OR (eventsource = 'sts.amazonaws.com' AND responseelements LIKE '%CognitoIdentityCredentials%')
OR useridentity.sessioncontext.webidfederationdata LIKE '%cognito-identity%'
OR useridentity.sessioncontext.webidfederationdata LIKE '%\u00%'
OR useridentity.arn LIKE '%/CognitoIdentityCredentials'
OR useridentity.principalid LIKE '%:CognitoIdentityCredentials'
