using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Spoor.Engine.Executors.DuckDb.Printing;
using Spoor.Engine.Planning;
using Spoor.Engine.Planning.Sources;
using Spoor.Sql.Analysis.Nodes;
using Xunit;

namespace Spoor.Engine.Tests.Executors.DuckDb.Running;

/// <summary>Every kind of node has a printer: an empty node of the kind gets past the printers' switches, whatever then fails on its missing parts.</summary>
public sealed class PrinterCoverageTests
{
    public static TheoryData<Type> Expressions() => new(Kinds(typeof(BoundExpression)));

    public static TheoryData<Type> Relations() => new(Kinds(typeof(BoundRelation)).Where(kind => kind != typeof(BoundScan) && kind != typeof(LeafScan)));

    // Planning replaces the first two; the third shows what it reads, see ExplainTests.
    public static TheoryData<Type> PlannedRelations() =>
        new(Kinds(typeof(BoundRelation)).Where(kind => kind != typeof(BoundScan) && kind != typeof(LeafScan) && kind != typeof(PlannedScan)));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Every_expression_has_a_printer(Type kind) =>
        AssertKnown(() => new ExpressionPrinter(new RelationPrinter(_ => 0)).Print((BoundExpression)RuntimeHelpers.GetUninitializedObject(kind)));

    [Theory]
    [MemberData(nameof(Relations))]
    public void Every_relation_has_a_printer(Type kind) =>
        AssertKnown(() => new RelationPrinter(_ => 0).Print((BoundRelation)RuntimeHelpers.GetUninitializedObject(kind)));

    [Theory]
    [MemberData(nameof(PlannedRelations))]
    public void Every_relation_is_explained_with_its_inputs(Type kind)
    {
        var relation = (BoundRelation)SmallestNode.Make(kind);
        var inputs = kind.GetConstructors().Single(constructor => constructor.IsPublic).GetParameters().Count(parameter => parameter.ParameterType == typeof(BoundRelation));

        var lines = PlanText.Lines(new QueryPlan(relation, [], []), []).ToList();

        Assert.Equal(inputs, lines.Count(line => line == "  SingleRow []"));
        Assert.Equal(inputs + 1, lines.Count);
    }

    [Fact]
    public void A_relation_that_planning_replaces_has_no_line_in_a_plan() =>
        Assert.Throws<UnreachableException>(() => PlanText.Lines(new QueryPlan((BoundRelation)SmallestNode.Make(typeof(BoundScan)), [], []), []).ToList());

    // What only analysis knows does not leave it.
    private static IEnumerable<Type> Kinds(Type kind) =>
        kind.Assembly.GetTypes().Where(type => type.IsPublic).Concat(typeof(QueryPlan).Assembly.GetTypes()).Where(type => !type.IsAbstract && type.IsSubclassOf(kind));

    private static void AssertKnown(Func<object> print)
    {
        var error = Record.Exception(print);

        Assert.False(error is UnreachableException && error.Message.StartsWith("No printer", StringComparison.Ordinal), error?.Message);
    }
}
