using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Sql.Analysis;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Testing;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>Analyzes statements over a table like CloudTrail's.</summary>
internal static class Analyzed
{
    private static readonly FakeTableSource s_tables = new FakeTableSource()
        .Add(
            "awsdatacatalog",
            "default",
            "cloudtrail_logs",
            "eventname varchar, eventtime varchar, errorcode varchar, readonly varchar, day date, "
            + "useridentity row(type varchar, arn varchar, sessioncontext row(sessionissuer row(arn varchar))), "
            + "resources array(row(arn varchar, accountid varchar)), tags map(varchar, varchar), counts array(bigint), amount bigint, $path varchar")
        .Add("awsdatacatalog", "default", "users", "arn varchar, name varchar, amount integer")
        .Add("awsdatacatalog", "audit", "users", "arn varchar");

    public static BoundQuery Query(string sql, params string[] parameters)
    {
        var values = parameters.Select(SqlParser.ParseExpression).ToValueList();
        var context = new AnalysisContext(s_tables, "awsdatacatalog", "default", new DateTimeOffset(2024, 1, 31, 12, 34, 56, 789, TimeSpan.Zero), values);
        return QueryAnalyzer.Analyze(((QueryStatement)SqlParser.ParseStatement(sql)).Query, context);
    }

    /// <summary>The typed form of one expression over the table.</summary>
    public static BoundExpression Expression(string sql, string from = "cloudtrail_logs")
    {
        var project = Assert.IsType<BoundProject>(Query($"SELECT {sql} FROM {from}").Relation);
        return project.Assignments[0].Expression;
    }

    /// <summary>Types of the output columns.</summary>
    public static IEnumerable<string> Types(string sql) => Query(sql).Relation.Output.Select(symbol => symbol.Type.ToString());

    /// <summary>Code and sentence with its place.</summary>
    public static (ErrorCode Code, string Message) Error(string sql)
    {
        var error = Assert.Throws<QueryException>(() => Query(sql));
        return (error.Code, error.MessageWithPlace);
    }

    public static string? Hint(string sql) => Assert.Throws<QueryException>(() => Query(sql)).Hint;

    public static BoundRelation Relation(string sql) => Query(sql).Relation;
}
