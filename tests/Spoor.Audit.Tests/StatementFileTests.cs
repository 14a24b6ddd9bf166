using CsCheck;
using Spoor.Audit.Cognito;
using Spoor.Sql.Analysis;
using Xunit;

namespace Spoor.Audit.Tests;

/// <summary>What people ask for is text in a statement, whatever it says.</summary>
public sealed class StatementFileTests
{
    private static readonly string[] s_pieces = ["{pool}", "{role}", "{from}", "{to}", "{condition}", "{previous}", "{masked useragent}", "{", "}", "'", "''", "x' OR 1=1 --", "--", "/*", "\\", "\n", ";", "$1", "é", "a"];

    private static readonly Gen<string> s_text = Gen.Int[0, s_pieces.Length - 1].Select(index => s_pieces[index]).List[0, 4].Select(string.Concat);

    [Fact]
    public void A_value_is_filled_in_as_it_is_and_never_read_as_a_place() => Gen.Select(s_text, s_text).Sample((pool, role) => Assert.Equal(
        $"SELECT {pool}, {role}, {pool}, {{other}}",
        StatementFile.Fill("SELECT {pool}, {role}, {pool}, {other}", ("pool", pool), ("role", role))));

    [Fact]
    public void The_audits_statements_are_the_same_for_every_pool_and_role() => Gen.Select(s_text, s_text).Where((pool, role) => pool.Length > 0 && role.Length > 0).Sample(
        (pool, role) =>
        {
            foreach (var name in Names())
            {
                var asked = new AuditStatements(new CognitoAuditRequest("logs", Pool: pool, Role: role)).Read(name);
                var marked = new AuditStatements(new CognitoAuditRequest("logs", Pool: "\u0001", Role: "\u0002")).Read(name);
                var parts = marked.Split("'\u0001'").Select(part => string.Join(SqlLiteral.Of(role), part.Split("'\u0002'")));
                Assert.Equal(string.Join(SqlLiteral.Of(pool), parts), asked);
                Assert.Equal(QueryTables.NamedIn(marked), QueryTables.NamedIn(asked));
            }
        },
        iter: 50);

    private static IEnumerable<string> Names()
    {
        const string Prefix = "Spoor.Audit.Cognito.Queries.";
        return typeof(StatementFile).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^".sql".Length])
            .Where(name => name is not ("records" or "signals_condition" or "chained_uses"));
    }
}
