using System.Diagnostics;
using System.Runtime.CompilerServices;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Rewriting;
using Spoor.Sql.Syntax.Nodes;
using Spoor.Sql.Syntax.Printing;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

/// <summary>Every kind of node, found by reflection, has an arm in every walker; an empty node fails inside of its arm, not for lack of one.</summary>
public class WalkerTests
{
    public static TheoryData<Type> BoundExpressions => Kinds<BoundExpression>();

    public static TheoryData<Type> BoundRelations => Kinds<BoundRelation>();

    public static TheoryData<Type> Expressions => Kinds<Expression>();

    [Theory]
    [MemberData(nameof(BoundExpressions))]
    public void The_rewriter_knows_every_typed_expression(Type kind) =>
        AssertKnown(() => SpanEraser.Erase((BoundExpression)RuntimeHelpers.GetUninitializedObject(kind)));

    [Theory]
    [MemberData(nameof(BoundRelations))]
    public void The_rewriter_knows_every_typed_relation(Type kind) =>
        AssertKnown(() => PlaceholderCheck.Check((BoundRelation)RuntimeHelpers.GetUninitializedObject(kind)));

    [Theory]
    [MemberData(nameof(Expressions))]
    public void The_formatter_knows_every_expression(Type kind) =>
        AssertKnown(() => ExpressionFormatter.Format((Expression)RuntimeHelpers.GetUninitializedObject(kind)));

    private static TheoryData<Type> Kinds<T>() => new(typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract));

    private static void AssertKnown(Action walk) => Assert.False(Record.Exception(walk) is UnreachableException);
}
