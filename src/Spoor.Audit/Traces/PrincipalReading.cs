using System.Text.RegularExpressions;
using Spoor.Audit.Logs;
using Spoor.Audit.LogTables;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.Engine.Sessions;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Traces;

/// <summary>Reads the records that name ids, whoever gave them: the logs once for all of them.</summary>
internal sealed partial class PrincipalReading
{
    private static readonly string[] s_columns =
    [
        "eventid", "useridentity.accesskeyid", "useridentity.arn", "useridentity.principalid", "useridentity.username", "useridentity.invokedby", "useridentity.accountid", "sourceipaddress",
        "useridentity.sessioncontext.sessionissuer.arn", "useridentity.sessioncontext.sessionissuer.principalid", "useridentity.sessioncontext.sessionissuer.username",
    ];

    /// <summary>What is told of each id.</summary>
    /// <param name="request">Logs and window; its own id is not looked at.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="options">Limits of the engine.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Tallies in the order of the ids, and what was read.</returns>
    public static async Task<(IReadOnlyList<PrincipalTally> Tallies, ScanStatistics Read)> ReadAsync(
        TraceRequest request, IReadOnlyList<string> ids, EngineOptions options, CancellationToken cancellationToken)
    {
        var (store, logs) = await LogsTable.OpenAsync(request.Logs, [], request.Objects, cancellationToken);
        await using var session = new LogsSession(store, CloudTrailTable.Over(logs.Storage!.Location, logs.Name.Database), options, cancellationToken);
        var window = new RecordWindow(request.From, request.To);
        var sql = StatementTemplate.Beside(typeof(PrincipalReading), "principal_records").Fill(place => place.Phrase switch
        {
            "mentioned" => Mentioned(ids),
            "in the window" => window.Condition(SqlFragment.Name(place.Column)),
            _ => null,
        });
        var tallies = ids.Select(id => new PrincipalTally(id)).ToList();
        var read = await session.ForEachInLogsAsync<PrincipalColumn>(sql, request.BadData, row =>
        {
            var record = PrincipalRecord.Read(row);
            tallies.ForEach(tally => tally.Add(record));
        });
        return (tallies, read);
    }

    // Every column by itself, so that the scan looks for the ids in bytes and decides escapes as the columns do.
    private static SqlFragment Mentioned(IReadOnlyList<string> ids)
    {
        var list = SqlFragment.Join(", ", ids.Select(id => SqlFragment.Of($"{id}")));
        var conditions = s_columns.Select(column => SqlFragment.Of($"{SqlFragment.Written(column)} IN ({list})"))
            .Concat(ids.Where(id => !Key().IsMatch(id)).Select(id => SqlFragment.Of($"useridentity.principalid LIKE {string.Concat("%:", Escaped(id))} ESCAPE '!'")))
            .Append(SqlFragment.Of($"(eventsource = 'sts.amazonaws.com' AND eventname LIKE 'AssumeRole%' AND json_extract_scalar(requestparameters, '$.roleArn') IN ({list}))"))
            .Concat(ids.Where(id => Key().IsMatch(id)).Select(id => SqlFragment.Of($"responseelements LIKE {string.Concat("%", id, "%")}")));
        return SqlFragment.Of($"({SqlFragment.Join(" OR ", conditions)})");
    }

    private static string Escaped(string id) => id.Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal);

    // Access keys as AWS makes them, and as examples write them.
    [GeneratedRegex("^[A-Z0-9]{16,128}$")]
    private static partial Regex Key();
}
