-- Records that say by themselves that they belong to Cognito or to roles. Calls with a pool's keys are looked for by key.
eventsource IN ('cognito-identity.amazonaws.com', 'cognito-idp.amazonaws.com')
OR (eventsource = 'sts.amazonaws.com'
    AND eventname = 'AssumeRoleWithWebIdentity'
    AND (useridentity.identityprovider LIKE '%cognito-identity%'
        OR useridentity.principalid LIKE '%cognito-identity%'
        OR responseelements LIKE '%cognito-identity%'))
OR (eventsource = 'iam.amazonaws.com'
    AND eventname IN (
        'CreateRole', 'DeleteRole', 'UpdateAssumeRolePolicy', 'AttachRolePolicy', 'DetachRolePolicy', 'PutRolePolicy', 'DeleteRolePolicy',
        'PutRolePermissionsBoundary', 'DeleteRolePermissionsBoundary'))
OR useridentity.sessioncontext.webidfederationdata LIKE '%cognito-identity%'
OR useridentity.arn LIKE '%/CognitoIdentityCredentials'
OR useridentity.principalid LIKE '%:CognitoIdentityCredentials'
