namespace Spoor.Samples.Scenarios;

/// <summary>The user agents of apps. One app names itself a little differently at each service, and S3 puts brackets around the name.</summary>
internal static class ScenarioClients
{
    private static readonly Func<string, string>[] s_apps =
    [
        service => $"aws-sdk-js/3.758.0 ua/2.1 os/Android#15 lang/js md/browser#Chrome_133.0.0 api/{service}#3.758.0 m/E,N",
        service => $"amplify-ios/2.45.4 api/{service}#1.0 os/iOS#18.3 lang/swift#6.0 cfg/retry-mode#legacy",
        service => $"aws-sdk-kotlin/1.4.27 ua/2.1 api/{service}#1.4.27 os/android#14 lang/kotlin#2.0.21 md/android#34 exec-env/android",
        service => $"aws-amplify/6.13.1 {service}/3 framework/1 aws-sdk-js/3.398.0 md/browser#Safari_18.3",
    ];

    /// <summary>How the app at an address names itself at a service; the same app for the same address.</summary>
    public static string At(string address, string service) => InBrackets(service, s_apps[address.Aggregate(0, (sum, character) => sum + character) % s_apps.Length](service));

    /// <summary>How a command line names itself, which is none of the apps.</summary>
    public static string CommandLine(string service) => InBrackets(service, $"aws-cli/2.24.10 md/awscrt#0.23.8 ua/2.1 os/linux#6.8.0 md/arch#x86_64 lang/python#3.12.6 md/command#{service}.call");

    private static string InBrackets(string service, string agent) => service == "s3" ? $"[{agent}]" : agent;
}
