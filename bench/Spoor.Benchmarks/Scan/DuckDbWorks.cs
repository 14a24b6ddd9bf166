using System.Globalization;
using DuckDB.NET.Data;

namespace Spoor.Benchmarks.Scan;

/// <summary>DuckDB's own <c>read_json</c> and <c>unnest</c>, with the fields it needs declared: its fastest form.</summary>
internal sealed class DuckDbWorks : IDisposable
{
    /// <summary>The engine's name in the results.</summary>
    public const string Name = "DuckDB read_json";

    /// <summary>The same without declared fields. Left to detect them, DuckDB samples, misses some, and fails; so a record stays JSON.</summary>
    public const string UndeclaredName = "DuckDB read_json, fields not declared";

    private const long LargestObject = 1L << 30;

    // Top-level fields as the table of trail.sql has them; what is nested stays JSON.
    private static readonly string[] s_texts =
    [
        "eventVersion", "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress", "userAgent", "errorCode", "errorMessage", "requestID",
        "eventID", "readOnly", "eventType", "apiVersion", "recipientAccountId", "sharedEventID", "vpcEndpointId",
    ];

    private static readonly string[] s_nested = ["userIdentity", "requestParameters", "responseElements", "additionalEventData", "resources", "serviceEventDetails"];

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly Trail _trail;

    public DuckDbWorks(Trail trail, int threads)
    {
        _trail = trail;
        _connection.Open();
        Execute($"SET threads = {threads}");
        Execute("SET preserve_insertion_order = false");
    }

    public IEnumerable<Work> All() =>
    [
        Ask(Questions.Count, "count(*)", "eventName VARCHAR", ""),
        Ask(
            Questions.Role,
            "r.userIdentity.arn, r.eventName, r.sourceIPAddress, r.eventTime",
            "userIdentity STRUCT(arn VARCHAR, sessionContext STRUCT(sessionIssuer STRUCT(arn VARCHAR))), eventName VARCHAR, sourceIPAddress VARCHAR, eventTime VARCHAR",
            $"WHERE r.userIdentity.sessionContext.sessionIssuer.arn = '{TrailShape.Role}'"),
        Ask(Questions.Group, "r.eventName, count(*)", "eventName VARCHAR", "GROUP BY 1"),
        new(Questions.Group, UndeclaredName, Questions.Group, () => Task.FromResult(Answers.Of(Query($"SELECT r->>'eventName', count(*) FROM {Records("JSON[]")} GROUP BY 1")))),
        Ask(
            Questions.WideGroup,
            "r.eventName, r.eventSource, r.errorCode, r.awsRegion, count(*)",
            "eventName VARCHAR, eventSource VARCHAR, errorCode VARCHAR, awsRegion VARCHAR",
            "GROUP BY 1, 2, 3, 4"),
        new(Questions.Everything, Name, Questions.Everything, () => Task.FromResult(Copy())),
    ];

    public void Dispose() => _connection.Dispose();

    private Work Ask(string question, string select, string fields, string clauses) =>
        new(question, Name, question, () => Task.FromResult(Answers.Of(Query($"SELECT {select} FROM {Records($"STRUCT({fields})[]")} {clauses}"))));

    private string Records(string type) =>
        $"(SELECT unnest(Records) AS r FROM read_json([{string.Join(", ", _trail.LogPatterns.Select(pattern => $"'{pattern}'"))}], columns = {{Records: '{type}'}}, maximum_object_size = {LargestObject.ToString(CultureInfo.InvariantCulture)}))";

    private Answer Copy()
    {
        var file = Path.GetTempFileName();
        try
        {
            var fields = string.Join(", ", s_texts.Select(name => $"{name} VARCHAR").Concat(s_nested.Select(name => $"{name} JSON")));
            var rows = Execute($"COPY (SELECT unnest(r) FROM {Records($"STRUCT({fields})[]")}) TO '{file}' (FORMAT csv, HEADER)");
            return new Answer($"{rows} rows");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private int Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private List<string> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
