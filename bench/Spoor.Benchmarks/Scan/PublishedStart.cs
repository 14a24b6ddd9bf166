namespace Spoor.Benchmarks.Scan;

/// <summary>From the start of a published build to the answer of <c>SELECT 1</c>.</summary>
internal static class PublishedStart
{
    /// <summary>Names the program, such as the <c>spoor</c> that <c>dotnet publish src/Spoor.Cli -c Release -r linux-x64</c> makes.</summary>
    public const string Variable = "SPOOR_PUBLISHED";

    /// <summary>The work; null where no build is named.</summary>
    public static Work? Create() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } program
        ? new Work("spoor sql -e \"SELECT 1\"", "Spoor, published", "start", async () => new Answer((await Programs.RunAsync(program, "sql", "-e", "SELECT 1", "--output", "csv")).ReplaceLineEndings(" ").Trim())) { IsProcess = true }
        : null;
}
