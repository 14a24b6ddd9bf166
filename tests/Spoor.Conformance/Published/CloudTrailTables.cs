using System.Text.RegularExpressions;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Conformance.Published;

/// <summary>The CloudTrail tables that published statements need: their source's own DDL where it has one, else the Athena guide's.</summary>
internal sealed partial class CloudTrailTables
{
    /// <summary>The bucket that serves the trail.</summary>
    public const string Bucket = "trail";

    private static readonly HashSet<string> s_columns = ["useridentity", "eventname", "eventsource", "requestparameters", "responseelements", "sourceipaddress"];
    private readonly string _account;
    private readonly string _region;
    private readonly Dictionary<string, List<CreateTable>> _bySource;
    private readonly IReadOnlyList<CreateTable> _guide;

    /// <summary>Finds the DDL among the statements.</summary>
    /// <param name="statements">All statements, the guide's among them.</param>
    /// <param name="account">The account whose logs the bucket holds.</param>
    /// <param name="region">The region of tables of one region.</param>
    public CloudTrailTables(IEnumerable<PublishedStatement> statements, string account, string region)
    {
        _account = account;
        _region = region;
        _bySource = statements
            .SelectMany(statement => Parse(statement).Select(table => (statement.Source, Table: table)))
            .Where(pair => IsCloudTrail(pair.Table))
            .GroupBy(pair => pair.Source)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Table).ToList());
        _guide = _bySource.GetValueOrDefault("athena-user-guide-cloudtrail", []);
    }

    /// <summary>Number of table definitions worth trying for a statement of the source: its own, then the guide's.</summary>
    public int ChoiceCount(string source) => Definitions(source).Count;

    /// <summary>Statements that make the tables that a query reads, by one of the source's definitions.</summary>
    public IEnumerable<string> Setup(string source, IReadOnlyList<QualifiedName> names, int choice)
    {
        foreach (var name in names)
        {
            if (name.Parts.Count > 1)
            {
                yield return $"CREATE DATABASE IF NOT EXISTS `{name.Parts[^2].Value}`";
            }

            var definition = Definitions(source)[choice];
            yield return SqlPrinter.Print(Located(definition, name));
            if (definition.PartitionedBy.Count > 0 && !definition.Properties.Any(property => property.Name == "projection.enabled"))
            {
                yield return AddPartition(definition, name);
            }
        }
    }

    /// <summary>Whether a statement reads tables and names columns that only CloudTrail's have.</summary>
    public static bool IsAboutCloudTrail(Node statement) =>
        SyntaxWalk.TablesRead(statement).Count > 0
        && SyntaxWalk.Descendants(statement).OfType<Identifier>().Any(name => s_columns.Contains(name.Value.ToLowerInvariant()));

    private List<CreateTable> Definitions(string source) =>
        [.. _bySource.GetValueOrDefault(source, []), .. _guide.OrderBy(table => !table.Properties.Any(property => property.Name == "projection.enabled"))];

    // A table without projection reads what its partitions hold: one day of the trail stands for all that its owner registered.
    private string AddPartition(CreateTable table, QualifiedName name)
    {
        var values = table.PartitionedBy.Select(column => $"`{column.Name.Value}` = '{PartitionValue(column.Name.Value.ToLowerInvariant())}'");
        var target = string.Join('.', name.Parts.Select(part => $"`{part.Value}`"));
        return $"ALTER TABLE {target} ADD PARTITION ({string.Join(", ", values)}) LOCATION 's3://{Bucket}/AWSLogs/{_account}/CloudTrail/{_region}/2021/07/30/'";
    }

    private string PartitionValue(string column) => column switch
    {
        "year" => "2021",
        "month" => "07",
        "day" => "30",
        _ when column.Contains("account", StringComparison.Ordinal) => _account,
        _ when column.Contains("region", StringComparison.Ordinal) => _region,
        _ => "2021/07/30",
    };

    private static IEnumerable<CreateTable> Parse(PublishedStatement statement)
    {
        CreateTable? table = null;
        try
        {
            // The names and places that a reader of the source would fill in; a table's definition does not depend on them.
            table = SqlParser.ParseStatement(statement.HasPlaceholder ? Placeholder().Replace(statement.Text, "x") : statement.Text) as CreateTable;
        }
        catch (QueryException)
        {
            // Counted by the test that parses every statement.
        }

        return table is null ? [] : [table];
    }

    private static bool IsCloudTrail(CreateTable table) =>
        table.Columns.Any(column => column.Name.Value.Equals("useridentity", StringComparison.OrdinalIgnoreCase) && column.Type is RowTypeName);

    // Location and template are the reader's own in every source; column names, types and partitions stay.
    private CreateTable Located(CreateTable table, QualifiedName name)
    {
        var root = $"s3://{Bucket}/AWSLogs/{_account}/CloudTrail/";
        return table with
        {
            Name = name,
            IfNotExists = true,
            Location = root,
            Properties = table.Properties.Select(property => property.Name == "storage.location.template" ? property with { Value = Template(property.Value) } : property).ToValueList(),
        };
    }

    private string Template(string published)
    {
        var columns = TemplateColumn().Matches(published).Select(match => match.Value).ToList();
        string Part(string word, string otherwise) => columns.Find(column => column.Contains(word, StringComparison.OrdinalIgnoreCase)) ?? otherwise;
        var dates = columns.Where(column => !column.Contains("account", StringComparison.OrdinalIgnoreCase) && !column.Contains("region", StringComparison.OrdinalIgnoreCase));
        return $"s3://{Bucket}/AWSLogs/{Part("account", _account)}/CloudTrail/{Part("region", _region)}/{string.Join('/', dates)}";
    }

    [GeneratedRegex(@"\$\{[^}]*\}")]
    private static partial Regex TemplateColumn();

    [GeneratedRegex(@"<<[^<>]*>>|<[a-zA-Z][\w -]*-[\w -]*>|\$\$?\{(?=local|tftpl|data|aws_| )[^}]*\}|\{\{|\}\}|(?<!\$)\{[^}]*\}|\[[A-Za-z_][^\]]*\]")]
    private static partial Regex Placeholder();
}
