using Spoor.Samples.Records;

namespace Spoor.Samples.Noise;

/// <summary>The calls of an ordinary account: which, how often, with which bodies.</summary>
internal static class NoiseCalls
{
    public static readonly NoiseCall[] All = [.. Storage(), .. Compute(), .. Security(), .. Data(), .. Operations()];

    private static IEnumerable<NoiseCall> Storage() =>
    [
        new(120, "s3", "GetObject", Callers.People | Callers.Machines, c => $$"""{"bucketName":"{{c.Bucket}}","Host":"{{c.Bucket}}.s3.{{c.Region}}.amazonaws.com","key":"{{c.Key}}"}""")
        {
            IsData = true, Resources = c => c.S3Resources, Additional = c => c.S3Transfer(0, c.Random.Below(90000)),
        },
        new(110, "s3", "PutObject", Callers.All, c => $$"""{"bucketName":"{{c.Bucket}}","Host":"{{c.Bucket}}.s3.{{c.Region}}.amazonaws.com","x-amz-acl":"bucket-owner-full-control","x-amz-server-side-encryption":"aws:kms","key":"{{c.Key}}"}""")
        {
            IsData = true, Resources = c => c.S3Resources, Additional = c => c.S3Transfer(c.Random.Below(90000), 0),
            Response = c => $$"""{"x-amz-server-side-encryption":"aws:kms","x-amz-server-side-encryption-aws-kms-key-id":"{{c.KmsKey}}"}""",
        },
        new(25, "s3", "HeadObject", Callers.Machines, c => $$"""{"bucketName":"{{c.Bucket}}","Host":"{{c.Bucket}}.s3.amazonaws.com","key":"{{c.Key}}"}""") { IsData = true, Resources = c => c.S3Resources, Additional = c => c.S3Transfer(0, 0) },
        new(50, "s3", "ListObjects", Callers.Machines, c => $$"""{"list-type":"2","bucketName":"{{c.Bucket}}","encoding-type":"url","max-keys":"1000","prefix":"processed\/2025","delimiter":"\/","Host":"{{c.Bucket}}.s3.{{c.Region}}.amazonaws.com"}""")
        {
            IsData = true, Additional = c => c.S3Transfer(0, 8120), Resources = c => $$"""[{"type":"AWS::S3::Object","ARNPrefix":"arn:aws:s3:::{{c.Bucket}}\/"},{"accountId":"{{c.Account}}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::{{c.Bucket}}"}]""",
        },
        new(60, "s3", "GetBucketAcl", Callers.Services, c => $$"""{"bucketName":"{{c.Bucket}}","Host":"{{c.Bucket}}.s3.{{c.Region}}.amazonaws.com","acl":""}""") { Resources = c => c.Resource("AWS::S3::Bucket", $"arn:aws:s3:::{c.Bucket}"), Additional = c => c.S3Transfer(0, 480) },
        new(8, "s3", "ListBuckets", Callers.People, c => """{"Host":"s3.amazonaws.com"}"""),
        new(4, "s3", "GetBucketLocation", Callers.People, c => $$"""{"bucketName":"{{c.Bucket}}","location":"","Host":"s3.amazonaws.com"}""") { Resources = c => c.Resource("AWS::S3::Bucket", $"arn:aws:s3:::{c.Bucket}") },
        new(2, "s3", "PutBucketTagging", Callers.People, c => $$"""{"bucketName":"{{c.Bucket}}","Tagging":{"TagSet":{"Tag":[{"Key":"owner","Value":"data platform"}]},"tag":"kept"},"tagging":""}"""),
    ];

    private static IEnumerable<NoiseCall> Compute() =>
    [
        new(45, "ec2", "DescribeInstances", Callers.All, c => $$$"""{"maxResults":1000,"instancesSet":{},"filterSet":{"items":[{"name":"tag:aws:autoscaling:groupName","valueSet":{"items":[{"value":"eks-nodes"}]}},{"name":"instance-id","valueSet":{"items":[{"value":"{{{c.Id("i")}}}"},{"value":"{{{c.Id("i")}}}"}]}}]}}"""),
        new(12, "ec2", "DescribeVolumes", Callers.People | Callers.Machines, c => $$$"""{"volumeSet":{"items":[{"volumeId":"{{{c.Id("vol")}}}"}]},"filterSet":{}}"""),
        new(12, "ec2", "DescribeNetworkInterfaces", Callers.Services, c => $$$"""{"networkInterfaceIdSet":{"items":[{"networkInterfaceId":"{{{c.Id("eni")}}}"}]},"filterSet":{}}"""),
        new(6, "ec2", "DescribeSecurityGroups", Callers.People, c => $$$"""{"securityGroupSet":{},"securityGroupIdSet":{"items":[{"groupId":"{{{c.Id("sg")}}}"}]},"filterSet":{}}"""),
        new(6, "ec2", "CreateNetworkInterface", Callers.Services, c => $$$"""{"subnetId":"{{{c.Id("subnet")}}}","description":"AWS Lambda VPC ENI-{{{c.Function}}}","groupSet":{"items":[{"groupId":"{{{c.Id("sg")}}}"}]},"privateIpAddressesSet":{}}""")
        {
            Response = c => $$$$"""{"requestId":"{{{{c.Random.Uuid()}}}}","networkInterface":{"networkInterfaceId":"{{{{c.Id("eni")}}}}","subnetId":"{{{{c.Id("subnet")}}}}","vpcId":"{{{{c.Id("vpc")}}}}","availabilityZone":"{{{{c.Region}}}}a","ownerId":"{{{{c.Account}}}}","requesterManaged":false,"status":"pending","macAddress":"02:00:5e:00:53:{{{{c.Random.Hex(2)}}}}","privateIpAddress":"{{{{c.Random.PrivateAddress()}}}}","sourceDestCheck":true,"groupSet":{"items":[{"groupId":"{{{{c.Id("sg")}}}}","groupName":"lambda"}]}}}""",
        },
        new(3, "ec2", "RunInstances", Callers.Services | Callers.Machines, c => $$"""{"instancesSet":{"items":[{"imageId":"{{c.Id("ami")}}","minCount":1,"maxCount":1}]},"instanceType":"m6i.large","blockDeviceMapping":{},"userData":"<sensitiveDataRemoved>","monitoring":{"enabled":false},"disableApiTermination":false}""")
        {
            Response = c => $$$"""{"requestId":"{{{c.Random.Uuid()}}}","reservationId":"{{{c.Id("r")}}}","ownerId":"{{{c.Account}}}","groupSet":{},"instancesSet":{"items":[{"instanceId":"{{{c.Id("i")}}}","imageId":"{{{c.Id("ami")}}}","instanceState":{"code":0,"name":"pending"},"privateDnsName":"ip-10-0-1-17.ec2.internal","instanceType":"m6i.large","placement":{"availabilityZone":"{{{c.Region}}}b","tenancy":"default"}}]}}""",
        },
        new(3, "autoscaling", "DescribeAutoScalingGroups", Callers.Machines | Callers.People, c => """{"autoScalingGroupNames":["eks-nodes"],"maxRecords":100}"""),
        new(30, "lambda", "Invoke", Callers.Machines | Callers.Services, c => $$"""{"functionName":"{{c.Arn("lambda", "function:" + c.Function)}}","invocationType":"Event"}""")
        {
            IsData = true, ApiVersion = "2015-03-31", Additional = c => $$"""{"functionVersion":"{{c.Arn("lambda", $"function:{c.Function}:$LATEST")}}"}""", Resources = c => c.Resource("AWS::Lambda::Function", c.Arn("lambda", "function:" + c.Function)),
        },
        new(8, "lambda", "ListFunctions20150331", Callers.People, c => """{"maxItems":50}""") { ApiVersion = "20150331" },
        new(4, "lambda", "UpdateFunctionCode20150331v2", Callers.Machines, c => $$"""{"functionName":"{{c.Function}}","dryRun":false,"publish":true,"architectures":["arm64"]}""")
        {
            ApiVersion = "20150331v2", Response = c => $$"""{"functionName":"{{c.Function}}","functionArn":"{{c.Arn("lambda", "function:" + c.Function)}}","runtime":"dotnet8","role":"arn:aws:iam::{{c.Account}}:role\/service-role\/{{c.Function}}","handler":"Program","codeSize":{{c.Random.Between(100000, 9000000)}},"timeout":30,"memorySize":512,"codeSha256":"{{c.Random.Alphanumeric(43)}}\u003d","version":"{{c.Random.Between(2, 90)}}"}""",
        },
        new(14, "ecr", "BatchGetImage", Callers.Machines | Callers.Services, c => $$"""{"registryId":"{{c.Account}}","repositoryName":"shop/{{c.Function}}","imageIds":[{"imageTag":"latest"}],"acceptedMediaTypes":["application/vnd.oci.image.manifest.v1+json"]}""") { Resources = c => c.Resource("AWS::ECR::Repository", c.Arn("ecr", "repository/shop/" + c.Function)) },
        new(4, "eks", "DescribeCluster", Callers.Machines, c => """{"name":"shop"}"""),
        new(2, "eks", "DescribeCluster", Callers.People, c => """{"name":"shop\/blue"}"""),
    ];

    private static IEnumerable<NoiseCall> Security() =>
    [
        new(70, "sts", "AssumeRole", Callers.Services | Callers.Machines, c => $$"""{"roleArn":"arn:aws:iam::{{c.Account}}:role/{{c.Role}}","roleSessionName":"{{c.Function}}","durationSeconds":3600}""")
        {
            Response = c => $$$"""{"credentials":{"accessKeyId":"{{{c.Random.AccessKey("ASIA")}}}","sessionToken":"FAKE{{{c.Random.Alphanumeric(96)}}}==","expiration":"{{{SampleText.JavaTime(c.Time.AddHours(1), narrowSpace: c.Random.Chance(30))}}}"},"assumedRoleUser":{"assumedRoleId":"{{{c.Random.PrincipalId("AROA")}}}:{{{c.Function}}}","arn":"arn:aws:sts::{{{c.Account}}}:assumed-role/{{{c.Role}}}/{{{c.Function}}}"}}""",
            Resources = c => c.Resource("AWS::IAM::Role", $"arn:aws:iam::{c.Account}:role/{c.Role}"),
        },
        new(6, "sts", "GetCallerIdentity", Callers.People | Callers.Machines),
        new(45, "kms", "Decrypt", Callers.Machines | Callers.Services, c => $$"""{"encryptionContext":{"aws:s3:arn":"arn:aws:s3:::{{c.Bucket}}/{{c.Key}}"},"encryptionAlgorithm":"SYMMETRIC_DEFAULT"}""") { Resources = c => c.Resource("AWS::KMS::Key", c.KmsKey) },
        new(40, "kms", "GenerateDataKey", Callers.Services, c => $$"""{"keySpec":"AES_256","encryptionContext":{"aws:cloudtrail:arn":"{{c.Arn("cloudtrail", "trail/all")}}","aws:s3:arn":"arn:aws:s3:::access-logs-{{c.Account}}/AWSLogs/{{c.Account}}/CloudTrail/{{c.Region}}"},"keyId":"{{c.KmsKey}}"}""") { Resources = c => c.Resource("AWS::KMS::Key", c.KmsKey) },
        new(10, "secretsmanager", "GetSecretValue", Callers.Machines, c => $$"""{"secretId":"prod/{{c.Function}}/db","versionStage":"AWSCURRENT"}"""),
        new(5, "iam", "ListRoles", Callers.People, c => """{"maxItems":1000}""") { IsGlobal = true },
        new(4, "iam", "GetRole", Callers.People | Callers.Machines, c => $$"""{"roleName":"{{c.Role}}"}""") { IsGlobal = true },
        new(1, "iam", "CreateRole", Callers.People, c => """{"roleName":"tmp-import","assumeRolePolicyDocument":"{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}"}""")
        {
            IsGlobal = true, Response = c => $$$"""{"role":{"path":"/","roleName":"tmp-import","roleId":"{{{c.Random.PrincipalId("AROA")}}}","arn":"arn:aws:iam::{{{c.Account}}}:role/tmp-import","createDate":"{{{SampleText.JavaTime(c.Time, narrowSpace: false)}}}"}}""",
        },
        new(2, "iam", "AttachRolePolicy", Callers.People, c => $$"""{"roleName":"{{c.Role}}","policyArn":"arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"}""") { IsGlobal = true },
        new(6, "cognito-idp", "ListUsers", Callers.People, c => """{"userPoolId":"us-east-1_FAKEshop1","limit":60,"filter":"status \u003d \"CONFIRMED\""}"""),
        new(3, "cognito-identity", "ListIdentityPools", Callers.People, c => """{"maxResults":60}"""),
        new(6, "guardduty", "ListFindings", Callers.People, c => $$$$$"""{"detectorId":"{{{{{c.Random.Hex(32)}}}}}","maxResults":50,"findingCriteria":{"criterion":{"service.archived":{"eq":["false"]}}}}"""),
        new(5, "config", "DescribeConfigurationRecorders", Callers.People),
    ];

    private static IEnumerable<NoiseCall> Data() =>
    [
        new(30, "dynamodb", "GetItem", Callers.Machines, c => $$$"""{"tableName":"{{{c.Table}}}","key":{"pk":{"s":"HIDDEN_DUE_TO_SECURITY_REASONS"}},"consistentRead":true}""") { IsData = true, ApiVersion = "2012-08-10", Resources = c => c.Resource("AWS::DynamoDB::Table", c.Arn("dynamodb", "table/" + c.Table)) },
        new(15, "dynamodb", "Query", Callers.Machines, c => $$"""{"tableName":"{{c.Table}}","indexName":"by-day","keyConditionExpression":"pk = :p AND sk > :s","limit":100,"scanIndexForward":false}""") { IsData = true, ApiVersion = "2012-08-10", Resources = c => c.Resource("AWS::DynamoDB::Table", c.Arn("dynamodb", "table/" + c.Table)) },
        new(8, "dynamodb", "DescribeTable", Callers.All, c => $$"""{"tableName":"{{c.Table}}"}""") { ApiVersion = "2012-08-10", Resources = c => c.Resource("AWS::DynamoDB::Table", c.Arn("dynamodb", "table/" + c.Table)) },
        new(8, "rds", "DescribeDBInstances", Callers.People | Callers.Services, c => """{"dBInstanceIdentifier":"shop-prod-1"}""") { ApiVersion = "2014-10-31" },
        new(6, "athena", "StartQueryExecution", Callers.People | Callers.Machines, c => $$"""{"queryString":"SELECT dt, count(*) AS n FROM orders WHERE dt >= '2025-03-01'\nGROUP BY dt ORDER BY 1","clientRequestToken":"{{c.Random.Uuid()}}","queryExecutionContext":{"database":"curated"},"workGroup":"primary"}""") { Response = c => $$"""{"queryExecutionId":"{{c.Random.Uuid()}}"}""" },
        new(6, "glue", "GetTable", Callers.Machines, c => $$"""{"catalogId":"{{c.Account}}","databaseName":"curated","name":"{{c.Table}}"}"""),
        new(6, "glue", "GetPartitions", Callers.Machines, c => $$"""{"catalogId":"{{c.Account}}","databaseName":"curated","tableName":"{{c.Table}}","expression":"(dt \u003d '2025-03-04')","maxResults":1000}"""),
        new(4, "sqs", "GetQueueAttributes", Callers.People | Callers.Machines, c => $$"""{"queueUrl":"https:\/\/sqs.{{c.Region}}.amazonaws.com\/{{c.Account}}\/{{c.Function}}","attributeNames":["All"]}"""),
        new(4, "sns", "Publish", Callers.Machines, c => $$"""{"topicArn":"{{c.Arn("sns", "alarms")}}","message":"HIDDEN_DUE_TO_SECURITY_REASONS","messageStructure":"json"}""") { Response = c => $$"""{"messageId":"{{c.Random.Uuid()}}"}""" },
    ];

    private static IEnumerable<NoiseCall> Operations() =>
    [
        new(30, "logs", "CreateLogStream", Callers.Machines | Callers.Services, c => $$"""{"logGroupName":"/aws/lambda/{{c.Function}}","logStreamName":"2025/03/04/[$LATEST]{{c.Random.Hex(32)}}"}""") { ApiVersion = "20140328" },
        new(6, "logs", "DescribeLogGroups", Callers.People, c => """{"limit":50,"logGroupNamePrefix":"\/aws\/lambda"}""") { ApiVersion = "20140328" },
        new(12, "monitoring", "DescribeAlarms", Callers.People, c => """{"stateValue":"ALARM","maxRecords":100,"alarmTypes":["MetricAlarm","CompositeAlarm"]}"""),
        new(8, "monitoring", "GetMetricData", Callers.People | Callers.Machines, c => $$"""{"startTime":"{{SampleText.JavaTime(c.Time.AddHours(-3), narrowSpace: false)}}","endTime":"{{SampleText.JavaTime(c.Time, narrowSpace: false)}}","scanBy":"TimestampDescending"}"""),
        new(10, "cloudtrail", "DescribeTrails", Callers.People | Callers.Services, c => """{"trailNameList":[],"includeShadowTrails":false}"""),
        new(5, "cloudtrail", "LookupEvents", Callers.People, c => """{"maxResults":50,"lookupAttributes":[{"attributeKey":"ReadOnly","attributeValue":"false"}]}"""),
        new(20, "ssm", "UpdateInstanceInformation", Callers.Machines, c => $$"""{"instanceId":"{{c.Id("i")}}","agentVersion":"3.3.1611.0","agentStatus":"Active","platformType":"Linux","platformName":"Amazon Linux","platformVersion":"2023","iPAddress":"{{c.Random.PrivateAddress()}}","computerName":"ip-10-0-1-17.ec2.internal","agentName":"amazon-ssm-agent","availabilityZone":"{{c.Region}}a","availabilityZoneId":"use1-az4"}"""),
        new(12, "ssm", "GetParametersByPath", Callers.Machines, c => $$"""{"path":"/prod/{{c.Function}}/","recursive":true,"withDecryption":true,"maxResults":10}"""),
        new(4, "health", "DescribeEventAggregates", Callers.People, c => """{"filter":{"eventStatusCodes":["open","upcoming"],"startTimes":[{"from":"Feb 24, 2025 12:00:00 AM"}]},"aggregateField":"eventTypeCategory"}""") { IsGlobal = true },
        new(3, "elasticloadbalancing", "DescribeTargetHealth", Callers.Machines | Callers.Services, c => $$"""{"targetGroupArn":"{{c.Arn("elasticloadbalancing", $"targetgroup/web/{c.Random.Hex(16)}")}}"}""") { ApiVersion = "2015-12-01" },
        new(3, "cloudformation", "DescribeStacks", Callers.People | Callers.Machines, c => """{"stackName":"shop-prod"}"""),
        new(2, "cloudformation", "CreateChangeSet", Callers.Machines, c => $$"""{"stackName":"shop-prod","changeSetName":"release-{{c.Random.Below(900)}}","capabilities":["CAPABILITY_IAM"],"parameters":[{"parameterKey":"Version","parameterValue":"v{{c.Random.Below(90)}}"}]}"""),
        new(2, "route53", "ListHostedZones", Callers.People, c => """{"maxItems":"100"}""") { IsGlobal = true, ApiVersion = "2013-04-01" },
    ];
}
