namespace Spoor.Audit.Cognito.Build;

/// <summary>Names of services as people say them.</summary>
internal static class ServiceName
{
    private const string Domain = ".amazonaws.com";

    /// <summary><c>s3</c> for <c>s3.amazonaws.com</c>; another text as it is.</summary>
    public static string? Short(string? eventSource) => eventSource?.EndsWith(Domain, StringComparison.Ordinal) == true ? eventSource[..^Domain.Length] : eventSource;
}
