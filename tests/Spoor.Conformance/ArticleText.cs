using System.Text.RegularExpressions;
using Spoor.Testing;

namespace Spoor.Conformance;

/// <summary>The statements of the article that Spoor's users start from, as it prints them.</summary>
/// <remarks>Only what its reader must replace is replaced: account, region, role, and the slip in the table's name.</remarks>
internal static partial class ArticleText
{
    private const string MapForm = "webIdFederationData:map<string,string>";

    /// <summary>The <c>CREATE EXTERNAL TABLE</c> with <c>webIdFederationData</c> as a map, as the article prints it.</summary>
    public static string CreateTableWithMap(string account, string region) => Located(Find(CreateTable()), account, region);

    /// <summary>The same with the definition that the article tells its reader to write instead.</summary>
    public static string CreateTableWithStruct(string account, string region)
    {
        var statement = CreateTableWithMap(account, region);
        var definition = Find(StructDefinition()).Trim();
        return statement.Contains(MapForm, StringComparison.Ordinal)
            ? statement.Replace(MapForm, definition, StringComparison.Ordinal)
            : throw new InvalidOperationException("The article's table has no map to replace.");
    }

    /// <summary>The <c>SELECT</c>, about another role.</summary>
    public static string Select(string role) => Find(SelectStatement())
        .Replace("FROM cloudtrail_logs\n", "FROM cloudtrail_logs_pp\n", StringComparison.Ordinal)
        .Replace("arn:aws:iam::123456789012:role/ROLE-UNAUTHENTICATED", role, StringComparison.Ordinal);

    private static string Located(string statement, string account, string region) => statement
        .Replace("account-id", account, StringComparison.Ordinal)
        .Replace("aws-region", region, StringComparison.Ordinal);

    private static string Find(Regex pattern)
    {
        var match = pattern.Match(File.ReadAllText(SharedFolder.Require("article.txt")).ReplaceLineEndings("\n"));
        return match.Success ? match.Value : throw new InvalidOperationException($"The article has no text like {pattern}.");
    }

    [GeneratedRegex(@"^CREATE EXTERNAL TABLE .*?\$\{timestamp\}'\)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CreateTable();

    [GeneratedRegex(@"^webIdFederationData: STRUCT<.*?>>", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex StructDefinition();

    [GeneratedRegex(@"^SELECT\n.*?^LIMIT 100", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex SelectStatement();
}
