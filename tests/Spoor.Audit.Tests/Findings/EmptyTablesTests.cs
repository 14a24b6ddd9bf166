using Spoor.Audit.Findings;
using Spoor.Engine;
using Spoor.Sql;
using Xunit;

namespace Spoor.Audit.Tests.Findings;

public sealed class EmptyTablesTests : IDisposable
{
    private static readonly Dictionary<string, string> s_tables = new()
    {
        ["pool_events"] = "event_id, event_time, in_window, service, action, region, account, error_code, error_message, source_ip, user_agent, category, caller_type, caller_arn, caller_key, pool, identity, logins, request, response",
        ["issues"] = "event_time, in_window, flow, pool, identity, access, account, region, role, session_name, access_key_id, expiration, duration_seconds, principal_tags, logins, error_code, source_ip, user_agent, cognito_event_id, sts_event_id, event_id, calls",
        ["uses"] = "event_id, event_time, in_window, service, action, region, account, caller_account, error_code, error_message, source_ip, user_agent, invoked_by, read_only, event_type, category, access_key_id, session_name, session_created, role, origin_role, pool, identity, access, via, certainty, depth, issue_event_id, asked_role, issued_key, request, resources",
        ["sessions"] = "access_key_id, pool, identity, access, role, session_name, depth, parent_key, flow, issue_event_id, issued_time, expiration, first_time, last_time, calls, errors, certainty, source_ip",
        ["config_changes"] = "event_id, event_time, in_window, service, action, region, account, error_code, error_message, caller_arn, caller_key, source_ip, user_agent, pool, role, user_pool, request, response",
        ["user_events"] = "event_id, event_time, in_window, action, region, account, error_code, event_type, source_ip, user_agent, user_pool, user_sub, user_name, caller_arn, request",
        ["identity_users"] = "identity, pool, user_pool, user_sub, event_id",
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-findings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_rule_runs_over_empty_tables()
    {
        var (store, table) = await LogsTable.OpenAsync(_folder, LogsTable.Texts("eventid").ToValueList(), null, TestContext.Current.CancellationToken);
        await using var session = new LogsSession(store, table, new EngineOptions(), TestContext.Current.CancellationToken);
        foreach (var (name, columns) in s_tables)
        {
            await session.KeepAsync(name, $"SELECT {string.Join(", ", columns.Split(", ").Select(column => $"CAST(NULL AS {Type(column)}) AS {column}"))} WHERE false");
        }

        await using var _ = session;
        var errors = new List<string>();
        foreach (var rule in RuleSet.Load(null, null))
        {
            try
            {
                Assert.Empty(await FindingSearch.RunAsync(session, [rule], DateTimeOffset.UnixEpoch));
            }
            catch (QueryException exception)
            {
                errors.Add($"{exception.Message} {exception.Hint}");
            }
        }

        Assert.Empty(errors);
    }

    private static string Type(string column) => column is "in_window" ? "boolean" : column is "depth" or "calls" or "errors" or "duration_seconds" ? "bigint" : "varchar";
}
