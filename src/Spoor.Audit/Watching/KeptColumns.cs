using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Catalog.Definitions;
using Spoor.Core.Types;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Watching;

/// <summary>The members of records that the audit reads, as columns of a statement and back: what is kept of a record is a record again, without secrets.</summary>
internal static class KeptColumns
{
    private static readonly string[] s_masked = ["requestparameters", "responseelements", "additionaleventdata"];
    private static readonly string[][] s_paths = [.. CognitoLogColumns.All.SelectMany(Paths)];

    /// <summary>Columns of a SELECT over the logs, in the order in which a row is written back; behind them, those of <see cref="KeptFact"/>.</summary>
    public static SqlFragment Select(SqlFragment condition)
    {
        var members = s_paths.Select((path, index) => SqlFragment.Of($"{Expression(path)} AS {SqlFragment.Name(string.Create(CultureInfo.InvariantCulture, $"c{index}"))}"));
        var facts = Enum.GetValues<KeptFact>().Select(fact => SqlFragment.Of($"{Expression(fact)} AS {SqlFragment.Name(fact.ToString().ToLowerInvariant())}"));
        return $"SELECT {SqlFragment.Join(", ", members.Concat(facts))} FROM logs WHERE {condition}";
    }

    /// <summary>Where a fact stands in a row.</summary>
    public static int PlaceOf(KeptFact fact) => s_paths.Length + (int)fact;

    /// <summary>A row as a record.</summary>
    public static string Write(AuditRow row)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            Write(writer, row, 0, s_paths.Length, 0);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    // Columns from..to share the first depth names of their paths. Null members are left out, and with them objects that would be empty.
    private static void Write(Utf8JsonWriter writer, AuditRow row, int from, int to, int depth)
    {
        for (var column = from; column < to;)
        {
            var name = s_paths[column][depth];
            var end = column + 1;
            while (end < to && s_paths[end][depth] == name)
            {
                end++;
            }

            if (s_paths[column].Length == depth + 1)
            {
                WriteText(writer, name, row.Text(column));
            }
            else if (Enumerable.Range(column, end - column).Any(index => row.Text(index) is not null))
            {
                writer.WriteStartObject(name);
                Write(writer, row, column, end, depth + 1);
                writer.WriteEndObject();
            }

            column = end;
        }
    }

    /// <summary>Objects and lists are read as their JSON text, and become what they were.</summary>
    private static void WriteText(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is null)
        {
            return;
        }

        writer.WritePropertyName(name);
        if (text is ['{' or '[', ..] && IsJson(text))
        {
            writer.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            writer.WriteStringValue(text);
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static SqlFragment Expression(string[] path) => path switch
    {
        [var name] when s_masked.Contains(name) => AuditStatements.Masked(SqlFragment.Name(name)),
        ["eventid"] => $"\"$event_id\"", // A record without an id keeps its place as its name.
        _ => SqlFragment.Join(".", path.Select(SqlFragment.Name)),
    };

    private static SqlFragment Expression(KeptFact fact) => fact switch
    {
        KeptFact.RecordId => $"\"$event_id\" || coalesce('#' || lower(to_hex(to_big_endian_64(\"$event_content\"))), '')",
        KeptFact.Time => $"eventtime",
        KeptFact.IssuedKey => $"""
            CASE WHEN eventsource IN ('sts.amazonaws.com', 'cognito-identity.amazonaws.com') AND coalesce(errorcode, '') IN ('', '200')
                THEN json_extract_scalar(responseelements, '$.credentials.accessKeyId') END
            """,
        KeptFact.StatedKey => $"""
            CASE WHEN useridentity.sessioncontext.webidfederationdata LIKE '%cognito-identity%' OR useridentity.sessioncontext.webidfederationdata LIKE '%\u00%'
                THEN useridentity.accesskeyid END
            """,
        KeptFact.IsConfiguration => $"eventsource IN ('cognito-identity.amazonaws.com', 'iam.amazonaws.com') AND coalesce(eventcategory, '') <> 'Data'",
        _ => throw new UnreachableException($"No SQL for {fact}."),
    };

    private static IEnumerable<string[]> Paths(Column column) => Paths(column.Name, column.Type);

    private static IEnumerable<string[]> Paths(string name, SqlType type) => type is RowType row
        ? row.Fields.SelectMany(field => Paths(field.Name ?? "", field.Type)).Select(path => path.Prepend(name).ToArray())
        : [[name]];
}
