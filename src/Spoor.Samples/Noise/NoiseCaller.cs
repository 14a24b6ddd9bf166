using Spoor.Samples.Records;

namespace Spoor.Samples.Noise;

/// <summary>Who made a noise call: its <c>userIdentity</c> and what goes with it.</summary>
/// <param name="Identity">JSON of <c>userIdentity</c>.</param>
/// <param name="Address">Source address, or the service's name.</param>
/// <param name="UserAgent">User agent.</param>
/// <param name="FromConsole">Whether a console session's credentials were used.</param>
internal sealed record NoiseCaller(string Identity, string Address, string UserAgent, bool FromConsole = false)
{
    private static readonly string[] s_services =
        ["cloudtrail.amazonaws.com", "delivery.logs.amazonaws.com", "autoscaling.amazonaws.com", "lambda.amazonaws.com", "config.amazonaws.com", "ec2.amazonaws.com"];

    private static readonly string[] s_people = ["alice", "bob", "carmen"];

    /// <summary>One of the callers of a kind, chosen by the context's generator.</summary>
    public static NoiseCaller Choose(NoiseContext context, Callers kinds, int seed)
    {
        var kind = kinds == Callers.All
            ? context.Random.Pick<Callers>([Callers.People, Callers.Machines, Callers.Services])
            : context.Random.Pick<Callers>([.. Enum.GetValues<Callers>().Where(value => value != Callers.All && kinds.HasFlag(value))]);
        return kind switch
        {
            Callers.Services => Service(context.Random.Pick<string>(s_services)),
            Callers.People => Person(context, seed),
            _ => Machine(context, seed),
        };
    }

    private static NoiseCaller Service(string service) => new($$"""{"type":"AWSService","invokedBy":"{{service}}"}""", service, service);

    private static NoiseCaller Person(NoiseContext context, int seed) => context.Random.Below(20) switch
    {
        0 => Root(context, seed),
        < 6 => User(context, "alice", seed, console: true),
        < 9 => User(context, "bob", seed, console: false),
        9 => Federated(context, seed),
        _ => SingleSignOn(context, context.Random.Pick<string>(s_people), seed),
    };

    private static NoiseCaller Machine(NoiseContext context, int seed) => context.Random.Below(20) switch
    {
        < 3 => User(context, "ci-deploy", seed, console: false),
        < 6 => Role(context, "order-service", "/", "i-0" + SampleRandom.For(3, 1).Hex(16), seed, ",\"ec2RoleDelivery\":\"2.0\"", "{}"),
        < 9 => Role(context, "thumbnailer", "/service-role/", "thumbnailer", seed, "", "{}"),
        < 13 => Role(context, "eks-orders", "/", "aws-sdk-net-orders", seed, "", Provider(context, "oidc.eks.us-east-1.amazonaws.com/id/FAKE0C1A58F08CDB049167FAKE")),
        < 16 => Role(context, "github-release", "/ci/", "GitHubActions", seed, "", Provider(context, "token.actions.githubusercontent.com")),
        16 => Internal(context, seed),
        _ => Role(context, "etl-runner", "/", "nightly", seed, "", null),
    };

    private static string Provider(NoiseContext context, string name) =>
        $$$"""{"federatedProvider":"arn:aws:iam::{{{context.Account}}}:oidc-provider/{{{name}}}","attributes":{}}""";

    private static NoiseCaller Root(NoiseContext context, int seed) => new(
        $$$$"""{"type":"Root","principalId":"{{{{context.Account}}}}","arn":"arn:aws:iam::{{{{context.Account}}}}:root","accountId":"{{{{context.Account}}}}","accessKeyId":"{{{{Key(context, "root", seed)}}}}","sessionContext":{"sessionIssuer":{},"webIdFederationData":{},"attributes":{"creationDate":"{{{{Created(context)}}}}","mfaAuthenticated":"true"}}}""",
        "198.51.100.7",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/133.0.0.0 Safari/537.36",
        FromConsole: true);

    private static NoiseCaller User(NoiseContext context, string name, int seed, bool console)
    {
        var user = $"\"type\":\"IAMUser\",\"principalId\":\"{Unique(context, name, "AIDA")}\",\"arn\":\"arn:aws:iam::{context.Account}:user/{name}\",\"accountId\":\"{context.Account}\"";
        return console
            ? new($$$$"""{{{{{user}}}},"accessKeyId":"{{{{Key(context, name, seed)}}}}","userName":"{{{{name}}}}","sessionContext":{"sessionIssuer":{},"webIdFederationData":{},"attributes":{"creationDate":"{{{{Created(context)}}}}","mfaAuthenticated":"true"}}}""", "203.0.113.20", "AWS Internal", FromConsole: true)
            : new($$"""{{{user}},"accessKeyId":"{{SampleRandom.For(11, name[0], context.Account[0]).AccessKey("AKIA")}}","userName":"{{name}}"}""", "203.0.113.64", "aws-cli/2.24.10 md/awscrt#0.23.8 ua/2.0 os/linux#6.8.0 md/arch#x86_64 lang/python#3.12.9 md/pyimpl#CPython cfg/retry-mode#standard");
    }

    private static NoiseCaller SingleSignOn(NoiseContext context, string name, int seed) =>
        Role(context, "AWSReservedSSO_Developer_0123456789fake01", "/aws-reserved/sso.amazonaws.com/", name + "@example.com", seed, "", "{}") with
        {
            Address = context.Random.Address(),
            UserAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:135.0) Gecko/20100101 Firefox/135.0",
            FromConsole = true,
        };

    private static NoiseCaller Federated(NoiseContext context, int seed) => new(
        $$$$"""{"type":"FederatedUser","principalId":"{{{{context.Account}}}}:carmen","arn":"arn:aws:sts::{{{{context.Account}}}}:federated-user/carmen","accountId":"{{{{context.Account}}}}","accessKeyId":"{{{{Key(context, "carmen", seed)}}}}","sessionContext":{"sessionIssuer":{"type":"IAMUser","principalId":"{{{{Unique(context, "broker", "AIDA")}}}}","arn":"arn:aws:iam::{{{{context.Account}}}}:user/broker","accountId":"{{{{context.Account}}}}","userName":"broker"},"webIdFederationData":{},"attributes":{"creationDate":"{{{{Created(context)}}}}","mfaAuthenticated":"false"}}}""",
        "203.0.113.21",
        "Boto3/1.37.4 md/Botocore#1.37.4 ua/2.0 os/macos#24.3.0 md/arch#arm64 lang/python#3.13.2");

    private static NoiseCaller Internal(NoiseContext context, int seed) =>
        Role(context, "stackset-execution", "/", "AWSCloudFormation", seed, "", "{}", ",\"invokedBy\":\"cloudformation.amazonaws.com\"") with
        {
            Address = "cloudformation.amazonaws.com",
            UserAgent = "cloudformation.amazonaws.com",
        };

    private static NoiseCaller Role(NoiseContext context, string role, string path, string session, int seed, string delivery, string? federation, string last = "")
    {
        var id = Unique(context, role, "AROA");
        var webId = federation is null ? "" : $"\"webIdFederationData\":{federation},";
        return new(
            $$$"""{"type":"AssumedRole","principalId":"{{{id}}}:{{{session}}}","arn":"arn:aws:sts::{{{context.Account}}}:assumed-role/{{{role}}}/{{{session}}}","accountId":"{{{context.Account}}}","accessKeyId":"{{{Key(context, role + session, seed)}}}","sessionContext":{"sessionIssuer":{"type":"Role","principalId":"{{{id}}}","arn":"arn:aws:iam::{{{context.Account}}}:role{{{path}}}{{{role}}}","accountId":"{{{context.Account}}}","userName":"{{{role}}}"},{{{webId}}}"attributes":{"creationDate":"{{{Created(context)}}}","mfaAuthenticated":"false"}{{{delivery}}}}{{{last}}}}""",
            context.Random.PrivateAddress(),
            "aws-sdk-dotnet-coreclr/3.7.402.11 ua/2.0 os/linux#6.1.128 md/ARCH#X64 lang/.NET_Core#8.0.13 md/aws-sdk-dotnet-core#3.7.402.11 api/S3#3.7.415.1 cfg/retry-mode#legacy");
    }

    private static string Unique(NoiseContext context, string name, string prefix) => SampleRandom.For(13, Sum(name), context.Account[0]).PrincipalId(prefix);

    /// <summary>The key of the session that the caller has at this hour, so that its calls share it.</summary>
    private static string Key(NoiseContext context, string name, int seed) =>
        SampleRandom.For(seed, (Sum(name) * 31) + context.Account[0], context.Time.ToUnixTimeSeconds() / 3600).AccessKey("ASIA");

    private static string Created(NoiseContext context) => SampleEvent.Text(DateTimeOffset.FromUnixTimeSeconds(context.Time.ToUnixTimeSeconds() / 3600 * 3600));

    private static int Sum(string text) => text.Aggregate(17, (sum, character) => unchecked((sum * 31) + character));
}
