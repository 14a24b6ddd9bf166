using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Spoor.Engine.DuckDb.Printing;
using Spoor.Engine.Planning;
using Spoor.Sql.Analysis.Nodes;
using Xunit;

namespace Spoor.Engine.Tests.DuckDb;

/// <summary>Every kind of node has a printer: an empty node of the kind gets past the printers' switches, whatever then fails on its missing parts.</summary>
public sealed class PrinterCoverageTests
{
    public static TheoryData<Type> Expressions() => new(Kinds(typeof(BoundExpression)));

    public static TheoryData<Type> Relations() => new(Kinds(typeof(BoundRelation)).Where(kind => kind != typeof(BoundScan)));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void Every_expression_has_a_printer(Type kind) =>
        AssertKnown(() => new ExpressionPrinter(new RelationPrinter(_ => 0)).Print((BoundExpression)RuntimeHelpers.GetUninitializedObject(kind)));

    [Theory]
    [MemberData(nameof(Relations))]
    public void Every_relation_has_a_printer(Type kind) =>
        AssertKnown(() => new RelationPrinter(_ => 0).Print((BoundRelation)RuntimeHelpers.GetUninitializedObject(kind)));

    [Theory]
    [MemberData(nameof(Relations))]
    public void Every_relation_can_be_explained(Type kind) =>
        AssertKnown(() => PlanText.Lines(new QueryPlan((BoundRelation)RuntimeHelpers.GetUninitializedObject(kind), [], [])).ToList());

    private static IEnumerable<Type> Kinds(Type kind) =>
        kind.Assembly.GetTypes().Where(type => type.IsPublic && !type.IsAbstract && type.IsSubclassOf(kind));

    private static void AssertKnown(Func<object> print)
    {
        var error = Record.Exception(print);

        Assert.False(error is UnreachableException && error.Message.StartsWith("No printer", StringComparison.Ordinal), error?.Message);
    }
}
