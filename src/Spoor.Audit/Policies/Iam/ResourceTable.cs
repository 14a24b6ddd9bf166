using Spoor.Core.Collections;

namespace Spoor.Audit.Policies.Iam;

/// <summary>What a call was made on, for one of its actions.</summary>
/// <param name="Patterns">Values of a statement's Resource; <c>*</c> alone where nothing narrower is known.</param>
/// <param name="IsUnknown">The record, or the table, does not tell: <c>*</c> is more than was used.</param>
internal sealed record UsedResources(ValueList<string> Patterns, bool IsUnknown);

/// <summary>Which resources a call was made on: Tables/resources.csv, then the record's own list.</summary>
internal sealed class ResourceTable
{
    private const string Any = "*";
    private readonly Dictionary<(string Action, string EventName), List<Row>> _found = [];
    private readonly List<Row> _rows;

    private ResourceTable(IEnumerable<Row> rows) => _rows = [.. rows];

    /// <summary>The table that ships with Spoor. Not for several threads at once.</summary>
    public static ResourceTable Open() => new(CsvTable.Read("resources").Select(row => new Row(
        [.. row["actions"].Split(' ')],
        row["event_name"],
        row["resources"] == Any,
        [.. row["resources"].Split(' ').Select(template => new ResourceTemplate(template))])));

    /// <summary>The resources that a call used with this action.</summary>
    public UsedResources Find(string action, RecordedCall call)
    {
        foreach (var row in RowsOf(action, call.EventName))
        {
            if (row.IsAny)
            {
                return new UsedResources([Any], IsUnknown: false);
            }

            // A call on a table and its index needs both; a row whose last template lacks a value is not the call's.
            var filled = row.Templates.Select(template => template.Fill(call).ToList()).ToList();
            if (filled.TrueForAll(resources => resources.Count > 0))
            {
                return new UsedResources(filled.SelectMany(resources => resources).Select(resource => WithVariable(resource, call.Identity)).ToValueList(), IsUnknown: false);
            }
        }

        var service = action[..action.IndexOf(':', StringComparison.Ordinal)];
        var recorded = call.RecordedResources().Where(resource => resource.Arn.Split(':') is [_, _, var of, ..] && of.Equals(service, StringComparison.OrdinalIgnoreCase)).Select(resource => IamPattern.Escape(resource.Arn)).ToValueList();
        return recorded.Count > 0 ? new UsedResources(recorded, IsUnknown: false) : new UsedResources([Any], IsUnknown: true);
    }

    private List<Row> RowsOf(string action, string eventName)
    {
        if (!_found.TryGetValue((action, eventName), out var rows))
        {
            rows = [.. _rows.Where(row => (row.EventName.Length == 0 || row.EventName == eventName) && row.Actions.Any(pattern => IamPattern.CoversAction(pattern, action)))];
            _found.Add((action, eventName), rows);
        }

        return rows;
    }

    /// <summary>A folder named after the identity that makes the call is everybody's own folder, which a policy can say with a variable.</summary>
    /// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_s3_cognito-bucket.html"/>
    private static string WithVariable(string resource, string? identity) =>
        identity is null || !resource.Contains(identity, StringComparison.Ordinal)
            ? resource
            : string.Join('/', resource.Split('/').Select((part, index) => index > 0 && part == identity ? $"${{{ProviderOf(identity)}:sub}}" : part));

    /// <summary>Identity pools have other names in other partitions, as in trust policies; an identity's id begins with its region.</summary>
    private static string ProviderOf(string identity) => identity[..Math.Max(0, identity.IndexOf(':', StringComparison.Ordinal))] switch
    {
        "us-gov-west-1" => "cognito-identity-us-gov.amazonaws.com",
        var region when region.StartsWith("us-gov-", StringComparison.Ordinal) => $"cognito-identity.{region}.amazonaws.com",
        var region when region.StartsWith("cn-", StringComparison.Ordinal) => $"cognito-identity.{region}.amazonaws.com.cn",
        _ => "cognito-identity.amazonaws.com",
    };

    private sealed record Row(string[] Actions, string EventName, bool IsAny, ResourceTemplate[] Templates);
}
