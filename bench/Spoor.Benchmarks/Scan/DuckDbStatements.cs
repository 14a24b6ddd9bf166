using System.Globalization;

namespace Spoor.Benchmarks.Scan;

/// <summary>The questions in DuckDB's SQL: <c>read_json</c> and <c>unnest</c>, with the fields they need declared, which is their fastest form.</summary>
internal sealed class DuckDbStatements(Trail trail)
{
    private const long LargestObject = 1L << 30;

    // Top-level fields as the table of trail.sql has them; what is nested stays JSON.
    private static readonly string[] s_texts =
    [
        "eventVersion", "eventTime", "eventSource", "eventName", "awsRegion", "sourceIPAddress", "userAgent", "errorCode", "errorMessage", "requestID",
        "eventID", "readOnly", "eventType", "apiVersion", "recipientAccountId", "sharedEventID", "vpcEndpointId",
    ];

    private static readonly string[] s_nested = ["userIdentity", "requestParameters", "responseElements", "additionalEventData", "resources", "serviceEventDetails"];

    public string Count => Ask("count(*)", "eventName VARCHAR", "");

    public string Role => Ask(
        "r.userIdentity.arn, r.eventName, r.sourceIPAddress, r.eventTime",
        "userIdentity STRUCT(arn VARCHAR, sessionContext STRUCT(sessionIssuer STRUCT(arn VARCHAR))), eventName VARCHAR, sourceIPAddress VARCHAR, eventTime VARCHAR",
        $"WHERE r.userIdentity.sessionContext.sessionIssuer.arn = '{TrailShape.Role}'");

    public string Group => Ask("r.eventName, count(*)", "eventName VARCHAR", "GROUP BY 1");

    /// <summary>Without declared fields. Left to detect them, DuckDB samples, misses some, and fails; so a record stays JSON.</summary>
    public string UndeclaredGroup => $"SELECT r->>'eventName', count(*) FROM {Records("JSON[]")} GROUP BY 1";

    public string WideGroup => Ask(
        "r.eventName, r.eventSource, r.errorCode, r.awsRegion, count(*)",
        "eventName VARCHAR, eventSource VARCHAR, errorCode VARCHAR, awsRegion VARCHAR",
        "GROUP BY 1, 2, 3, 4");

    public string Everything
    {
        get
        {
            var fields = string.Join(", ", s_texts.Select(name => $"{name} VARCHAR").Concat(s_nested.Select(name => $"{name} JSON")));
            return $"SELECT unnest(r) FROM {Records($"STRUCT({fields})[]")}";
        }
    }

    private string Ask(string select, string fields, string clauses) => $"SELECT {select} FROM {Records($"STRUCT({fields})[]")} {clauses}";

    private string Records(string type) =>
        $"(SELECT unnest(Records) AS r FROM read_json([{string.Join(", ", trail.LogPatterns.Select(pattern => $"'{pattern}'"))}], columns = {{Records: '{type}'}}, maximum_object_size = {LargestObject.ToString(CultureInfo.InvariantCulture)}))";
}
