using System.Globalization;
using Spoor.CloudTrail.Names;
using Spoor.Core.Collections;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Audit.Declaring;

/// <summary>The DDL with partition projection that fits a tree.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/create-cloudtrail-table-partition-projection.html"/>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html"/>
internal static class TrailDdl
{
    private static readonly Lazy<CreateTable> s_guide = new(() => (CreateTable)SqlParser.ParseStatement(EmbeddedFile.Read(typeof(TrailDdl), "Queries/cloudtrail_logs.sql")));

    /// <summary>What the tables of trees are called, given what the first of them is.</summary>
    public static ValueList<string> Names(string name, ValueList<TrailTree> trees)
    {
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        return trees.Select(tree =>
        {
            var wanted = tree.Kind == CloudTrailObjectKind.NetworkActivity ? $"{name}_network_activity" : name;
            var count = taken[wanted] = taken.GetValueOrDefault(wanted) + 1;
            return count == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}_{count}");
        }).ToValueList();
    }

    /// <summary>The statement.</summary>
    /// <param name="name">The table.</param>
    /// <param name="bucket">The bucket that holds the tree.</param>
    /// <param name="tree">Where its objects lie.</param>
    /// <param name="content">What they are.</param>
    /// <param name="injectsAccounts">Whether queries have to name the accounts.</param>
    public static CreateTable Statement(string name, string bucket, TrailTree tree, TrailTreeContent content, bool injectsAccounts)
    {
        var location = $"s3://{bucket}/{tree.AccountsFolder}";
        StringProperty[] accounts = injectsAccounts
            ? [Property("projection.account.type", "injected")]
            : [Property("projection.account.type", "enum"), Property("projection.account.values", string.Join(',', content.Accounts))];
        return s_guide.Value with
        {
            Name = new QualifiedName([new Identifier(name, IsDelimited: false, default)], default),
            Location = location,
            Properties =
            [
                Property("projection.enabled", "true"),
                .. accounts,
                Property("projection.region.type", "enum"),
                Property("projection.region.values", string.Join(',', content.Regions)),
                Property("projection.timestamp.type", "date"),
                Property("projection.timestamp.format", "yyyy/MM/dd"),
                Property("projection.timestamp.interval", "1"),
                Property("projection.timestamp.interval.unit", "DAYS"),
                Property("projection.timestamp.range", $"{content.FirstDay.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)},NOW"),
                Property("storage.location.template", $"{location}${{account}}/{tree.KindFolder}/${{region}}/${{timestamp}}/"),
            ],
        };
    }

    private static StringProperty Property(string name, string value) => new(name, value, default);
}
