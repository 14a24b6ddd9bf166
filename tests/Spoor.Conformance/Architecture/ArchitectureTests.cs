using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Conformance.Architecture;

/// <summary>Holds the arrows between the projects, and what may stand only in certain folders.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> s_mayReference = new()
    {
        ["Spoor.Core"] = [],
        ["Spoor.Sql"] = ["Spoor.Core"],
        ["Spoor.Storage"] = ["Spoor.Core"],
        ["Spoor.Samples"] = ["Spoor.Core"],
        ["Spoor.Catalog"] = ["Spoor.Core", "Spoor.Sql", "Spoor.Storage"],
        ["Spoor.CloudTrail"] = ["Spoor.Core", "Spoor.Storage"],
        ["Spoor.Engine"] = ["Spoor.Core", "Spoor.Sql", "Spoor.Catalog", "Spoor.Storage", "Spoor.CloudTrail"],
        ["Spoor.Audit"] = ["Spoor.Core", "Spoor.Sql", "Spoor.Catalog", "Spoor.Storage", "Spoor.CloudTrail", "Spoor.Engine"],
        ["Spoor.Cli"] = ["Spoor.Core", "Spoor.Sql", "Spoor.Catalog", "Spoor.Storage", "Spoor.CloudTrail", "Spoor.Engine", "Spoor.Audit", "Spoor.Samples"],
    };

    private static readonly Dictionary<string, string[]> s_mayUsePackage = new()
    {
        ["Spoor.Catalog"] = ["Microsoft.Data.Sqlite"],
        ["Spoor.Engine"] = ["DuckDB.NET.Data.Full"],
        ["Spoor.Audit"] = ["Microsoft.Data.Sqlite", "YamlDotNet"],
        ["Spoor.CloudTrail"] = ["ZstdSharp.Port"],
        ["Spoor.Storage"] = ["AWSSDK.S3", "AWSSDK.SecurityToken", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "Microsoft.Data.Sqlite"],
        ["Spoor.Cli"] = ["System.CommandLine"],
    };

    public static TheoryData<string> Projects() => new(Directory.EnumerateDirectories(SourceTree.Root).Select(folder => Path.GetFileName(folder)));

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_the_design_allows(string project)
    {
        var allowed = s_mayReference.GetValueOrDefault(project, []);
        var references = Items(project, "ProjectReference").Select(path => Path.GetFileNameWithoutExtension(path));

        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_its_own_packages(string project) =>
        Assert.Empty(Items(project, "PackageReference").Except(s_mayUsePackage.GetValueOrDefault(project, [])));

    [Fact]
    public void DuckDB_is_known_only_to_its_executor() =>
        Assert.Empty(FilesThatMatch(DuckDbLibrary(), "Spoor.Engine/Executors/DuckDb/"));

    [Fact]
    public void The_AWS_client_is_known_only_to_the_S3_store() =>
        Assert.Empty(FilesThatMatch(AwsLibrary(), "Spoor.Storage/S3/"));

    [Fact]
    public void Only_the_scan_and_the_vectors_are_unsafe() =>
        Assert.Empty(FilesThatMatch(UnsafeCode(), "Spoor.CloudTrail/Scan/", "Spoor.Engine/Executors/DuckDb/Native/", "Spoor.Engine/Executors/DuckDb/Scans/"));

    [Fact]
    public void Only_the_scan_and_the_writers_of_results_use_intrinsics() =>
        Assert.Empty(FilesThatMatch(Intrinsics(), "Spoor.CloudTrail/Scan/", "Spoor.Engine/Results/Text/"));

    [Fact]
    public void Every_error_code_is_given_somewhere()
    {
        var source = string.Concat(SourceTree.Files().Select(SourceTree.Read));

        var unused = Enum.GetNames<ErrorCode>().Where(code => !Regex.IsMatch(source, $@"\bErrorCode\.{code}\b")).ToList();
        Assert.Empty(unused);
    }

    private static IEnumerable<string> FilesThatMatch(Regex pattern, params string[] allowedFolders) =>
        SourceTree.Files()
            .Where(path => !allowedFolders.Any(folder => path.StartsWith(folder, StringComparison.Ordinal)))
            .Where(path => pattern.IsMatch(SourceTree.Read(path)));

    private static IEnumerable<string> Items(string project, string item) =>
        XDocument.Load(Path.Combine(SourceTree.Root, project, $"{project}.csproj")).Descendants(item).Select(element => element.Attribute("Include")?.Value ?? "");

    [GeneratedRegex(@"\busing Amazon\b")]
    private static partial Regex AwsLibrary();

    [GeneratedRegex(@"using DuckDB|DuckDB\.NET|""duckdb""")]
    private static partial Regex DuckDbLibrary();

    // Not 'unsafe-inline', a word of HTML's security policies.
    [GeneratedRegex(@"^(?!\s*//).*\bunsafe\b(?!-)", RegexOptions.Multiline)]
    private static partial Regex UnsafeCode();

    [GeneratedRegex(@"System\.Runtime\.Intrinsics")]
    private static partial Regex Intrinsics();
}
