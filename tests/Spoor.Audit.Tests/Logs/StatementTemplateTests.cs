using CsCheck;
using Spoor.Audit.Cognito.Build;
using Spoor.Audit.Findings;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Audit.Policies;
using Spoor.Audit.Traces;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Printing;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Spoor.Audit.Tests.Logs;

/// <summary>What people ask for is text in a statement, whatever it says: it comes out as it went in, and names nothing.</summary>
public sealed class StatementTemplateTests
{
    private const string Pool = "\u0001";
    private const string Role = "\u0002";

    [Fact]
    public void A_value_is_filled_in_as_it_is_and_never_read_as_a_place() => Gen.Select(HostileTexts.Any, HostileTexts.Any).Sample((pool, role) => Assert.Equal(
        $"SELECT {SqlLiteral.Text(pool)}, {SqlLiteral.Text(role)}, {SqlLiteral.Text(pool)}, '{{}}'",
        StatementTemplate.Parse("SELECT {pool}, {role}, {pool}, '{}'").Fill(("pool", $"{pool}"), ("role", $"{role}")).ToString()));

    [Fact]
    public void A_place_about_a_column_gets_phrase_and_column_and_comments_have_none()
    {
        var places = new List<StatementPlace>();
        var sql = StatementTemplate.Parse("-- {nothing}\nSELECT {is a service told.source_ip}\n    -- {at all}\nFROM {previous}").Fill(place =>
        {
            places.Add(place);
            return $"x";
        });
        Assert.Equal([new StatementPlace("is a service", "told.source_ip"), new StatementPlace("previous", "")], places);
        Assert.Equal("SELECT x\nFROM x", sql.ToString());
    }

    [Fact]
    public void A_place_of_which_nothing_is_known_is_an_error() =>
        Assert.Equal("Nothing belongs in the place 'role'.", Assert.Throws<System.Diagnostics.UnreachableException>(() => StatementTemplate.Parse("SELECT {role}").Fill(("pool", $"1"))).Message);

    [Fact]
    public void Every_statement_of_the_audit_says_the_same_for_every_pool_and_role()
    {
        var names = Names();
        var neutral = new AuditStatements(new LineageRequest("logs", Pool: Pool, Role: Role));
        var shapes = names.ToDictionary(name => name, name => SyntaxShape.Of(neutral.Read(name.Owner, name.Name)));
        Assert.Contains(shapes.Values, shape => !shape.SequenceEqual(shape.With(Pool, "pool")));
        Assert.Contains(shapes.Values, shape => !shape.SequenceEqual(shape.With(Role, "role")));
        Gen.Select(HostileTexts.Any, HostileTexts.Any, Gen.Int[0, names.Count - 1]).Sample((pool, role, index) =>
        {
            var asked = new AuditStatements(new LineageRequest("logs", Pool: pool, Role: role));
            Assert.Equal(shapes[names[index]].With(Pool, pool).With(Role, role), SyntaxShape.Of(asked.Read(names[index].Owner, names[index].Name)));
        });
    }

    [Fact]
    public void A_policys_condition_says_the_same_for_every_role() => HostileTexts.Any.Sample(text =>
    {
        foreach (var asked in (string[])[text, $"arn:aws:iam::123456789012:role/{text}", $"arn:aws:sts::123456789012:assumed-role/{text}/session"])
        {
            var role = AskedRole.Parse(asked);
            var neutral = role.Arn is null ? role with { Name = Role } : role with { Arn = Role };
            Assert.Equal(SyntaxShape.Of($"SELECT 1 WHERE {neutral.Condition}").With(Role, role.Arn ?? role.Name), SyntaxShape.Of($"SELECT 1 WHERE {role.Condition}"));
        }
    });

    [Fact]
    public void A_traces_statement_says_the_same_for_every_id()
    {
        var neutral = SyntaxShape.Of(TraceTables.Statement("event_of", ("id", $"{Pool}")));
        HostileTexts.Any.Sample(id => Assert.Equal(neutral.With(Pool, id), SyntaxShape.Of(TraceTables.Statement("event_of", ("id", $"{id}")))));
    }

    [Fact]
    public void A_rule_says_the_same_for_every_text_of_a_parameter()
    {
        static SqlFragment Statement(string text, string[] list)
        {
            var yaml = new YamlText("rule.sql");
            RuleParameter[] parameters =
            [
                yaml.Parameter(new YamlScalarNode("one"), new YamlScalarNode(text) { Style = ScalarStyle.DoubleQuoted }),
                yaml.Parameter(new YamlScalarNode("many"), new YamlSequenceNode(list.Select(item => new YamlScalarNode(item) { Style = ScalarStyle.DoubleQuoted }))),
            ];
            return SqlFragment.Written(new RuleText("rule.sql", "SELECT {one}, {many}, {one_by_one}, {one}", 0).Fill(parameters).Sql);
        }

        var neutral = SyntaxShape.Of(Statement(Pool, [Role, Role]));
        Gen.Select(HostileTexts.Any, HostileTexts.Any).Sample((one, item) => Assert.Equal(neutral.With(Pool, one).With(Role, item), SyntaxShape.Of(Statement(one, [item, item]))));
    }

    // All that are queries by themselves, each with the type whose folder holds it.
    private static List<(Type Owner, string Name)> Names() =>
    [
        .. new[] { typeof(AuditStatements), typeof(AnswerReader) }.SelectMany(owner => typeof(StatementTemplate).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith($"{owner.Namespace}.Queries.", StringComparison.Ordinal))
            .Select(name => (owner, name[$"{owner.Namespace}.Queries.".Length..^".sql".Length])))
            .Where(name => name.Item2 is not ("records" or "signals_condition" or "chained_uses")),
    ];
}
