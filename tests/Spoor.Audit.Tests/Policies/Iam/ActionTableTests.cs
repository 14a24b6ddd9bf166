using Spoor.Audit.Policies.Iam;
using Xunit;

namespace Spoor.Audit.Tests.Policies.Iam;

/// <summary>Names as the Service Authorization Reference and the services' CloudTrail pages give them.</summary>
public sealed class ActionTableTests
{
    [Theory]
    [InlineData("s3.amazonaws.com", "ListObjects", "s3:ListBucket")]
    [InlineData("s3.amazonaws.com", "ListObjectsV2", "s3:ListBucket")]
    [InlineData("s3.amazonaws.com", "HeadObject", "s3:GetObject")]
    [InlineData("s3.amazonaws.com", "HeadBucket", "s3:ListBucket")]
    [InlineData("s3.amazonaws.com", "ListBuckets", "s3:ListAllMyBuckets")]
    [InlineData("s3.amazonaws.com", "CompleteMultipartUpload", "s3:PutObject")]
    [InlineData("s3.amazonaws.com", "ListParts", "s3:ListMultipartUploadParts")]
    [InlineData("s3.amazonaws.com", "AbortMultipartUpload", "s3:AbortMultipartUpload")]
    [InlineData("s3.amazonaws.com", "CopyObject", "s3:PutObject s3:GetObject")]
    [InlineData("s3.amazonaws.com", "DeleteObjects", "s3:DeleteObject")]
    [InlineData("s3.amazonaws.com", "GetBucketEncryption", "s3:GetEncryptionConfiguration")]
    [InlineData("s3.amazonaws.com", "GetBucketAcl", "s3:GetBucketAcl")]
    [InlineData("lambda.amazonaws.com", "CreateFunction20150331", "lambda:CreateFunction")]
    [InlineData("lambda.amazonaws.com", "UpdateFunctionCode20150331v2", "lambda:UpdateFunctionCode")]
    [InlineData("lambda.amazonaws.com", "PublishLayerVersion20181031", "lambda:PublishLayerVersion")]
    [InlineData("lambda.amazonaws.com", "Invoke", "lambda:InvokeFunction")]
    [InlineData("cloudfront.amazonaws.com", "CreateDistribution2020_05_31", "cloudfront:CreateDistribution")]
    [InlineData("monitoring.amazonaws.com", "DescribeAlarms", "cloudwatch:DescribeAlarms")]
    [InlineData("tagging.amazonaws.com", "GetResources", "tag:GetResources")]
    [InlineData("email.amazonaws.com", "SendEmail", "ses:SendEmail")]
    [InlineData("ses.amazonaws.com", "SendEmail", "ses:SendEmail")]
    [InlineData("apigateway.amazonaws.com", "GetRestApis", "apigateway:GET")]
    [InlineData("apigateway.amazonaws.com", "CreateDeployment", "apigateway:POST")]
    [InlineData("apigateway.amazonaws.com", "UpdateStage", "apigateway:PATCH")]
    [InlineData("apigateway.amazonaws.com", "PutIntegration", "apigateway:PUT")]
    [InlineData("execute-api.amazonaws.com", "PostToConnection", "execute-api:ManageConnections")]
    [InlineData("kms.amazonaws.com", "ReEncrypt", "kms:ReEncryptFrom kms:ReEncryptTo")]
    [InlineData("sqs.amazonaws.com", "SendMessageBatch", "sqs:SendMessage")]
    [InlineData("streams.dynamodb.amazonaws.com", "GetRecords", "dynamodb:GetRecords")]
    [InlineData("elasticloadbalancing.amazonaws.com", "DescribeLoadBalancers", "elasticloadbalancing:DescribeLoadBalancers")]
    [InlineData("events.amazonaws.com", "PutRule", "events:PutRule")]
    [InlineData("logs.amazonaws.com", "CreateLogGroup", "logs:CreateLogGroup")]
    [InlineData("cognito-idp.amazonaws.com", "AdminGetUser", "cognito-idp:AdminGetUser")]
    [InlineData("cognito-idp.amazonaws.com", "InitiateAuth", "")]
    [InlineData("cognito-identity.amazonaws.com", "GetCredentialsForIdentity", "")]
    [InlineData("sts.amazonaws.com", "GetCallerIdentity", "")]
    [InlineData("sts.amazonaws.com", "AssumeRole", "sts:AssumeRole")]
    public void A_call_needs_the_documented_actions(string source, string name, string actions)
    {
        var needed = ActionTable.Shipped.Find(source, name, default);
        Assert.Equal((actions, false), (string.Join(' ', needed.Actions), needed.IsUndecided));
    }

    [Theory]
    [InlineData("s3.amazonaws.com", "GetObject", """{"key":"k","versionId":"v"}""", "s3:GetObjectVersion")]
    [InlineData("s3.amazonaws.com", "GetObject", """{"key":"k"}""", "s3:GetObject")]
    [InlineData("s3.amazonaws.com", "PutObject", """{"key":"k","x-amz-acl":"public-read"}""", "s3:PutObject s3:PutObjectAcl")]
    [InlineData("dynamodb.amazonaws.com", "ExecuteStatement", """{"statement":"select * from Music"}""", "dynamodb:PartiQLSelect")]
    [InlineData("dynamodb.amazonaws.com", "BatchExecuteStatement", """{"statements":[{"statement":"INSERT INTO a"},{"statement":"DELETE FROM a"}]}""", "dynamodb:PartiQLInsert dynamodb:PartiQLDelete")]
    public void The_request_decides_where_one_call_has_several_actions(string source, string name, string request, string actions) =>
        Assert.Equal(actions, string.Join(' ', ActionTable.Shipped.Find(source, name, PolicyLogs.Json(request)).Actions));

    [Fact]
    public void A_request_that_does_not_say_leaves_the_action_undecided()
    {
        var needed = ActionTable.Shipped.Find("dynamodb.amazonaws.com", "ExecuteStatement", PolicyLogs.Json("{}"));
        Assert.True(needed.IsUndecided);
        Assert.Equal(["dynamodb:PartiQLSelect", "dynamodb:PartiQLInsert", "dynamodb:PartiQLUpdate", "dynamodb:PartiQLDelete"], needed.Actions);
    }
}
