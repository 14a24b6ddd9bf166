using System.Diagnostics;
using System.Runtime.CompilerServices;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Sql.Analysis.Nodes;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Printing;

/// <summary>Typed expression -> DuckDB expression. Whatever Trino decides is decided already; what is printed says it in DuckDB's words.</summary>
/// <remarks>Every symbol is a column name that no other one has, so a correlated column is printed like any other.</remarks>
internal sealed partial class ExpressionPrinter(RelationPrinter relations)
{
    /// <summary>DuckDB's time to bind an expression grows with the cube of its depth: this deep it takes a second or two.</summary>
    private const int MaxDepth = 400;

    /// <summary>DuckDB's time to plan a subquery in an expression doubles with each one around it.</summary>
    private const int MaxSubqueryDepth = 20;

    /// <summary>DuckDB's time to bind a lambda doubles with each one around it.</summary>
    private const int MaxLambdaDepth = 10;

    private readonly Dictionary<int, DuckParameter> _parameters = [];
    private int _depth;
    private int _subqueryDepth;
    private int _lambdaDepth;

    /// <summary>The expression.</summary>
    public DuckExpression Print(BoundExpression expression)
    {
        if (_depth >= MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw TooLarge(expression, $"An expression may be nested {MaxDepth} levels deep; a chain of + or - nests, one of AND, OR or || does not. Split it by subqueries.");
        }

        _depth++;
        try
        {
            return PrintAny(expression);
        }
        catch (QueryException error) when (error.Span is null)
        {
            // The printers of functions and operators do not know where in the statement they are.
            throw new QueryException(error.Code, expression.Span, error.Message, error.Hint, error);
        }
        finally
        {
            _depth--;
        }
    }

    /// <summary>The name under which a symbol's column goes in DuckDB.</summary>
    public static string Name(Symbol symbol) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"c{symbol.Id}");

    /// <summary>A symbol's column.</summary>
    public static DuckColumn Column(Symbol symbol) => new(Name(symbol));

    private DuckExpression PrintAny(BoundExpression expression) => expression switch
    {
        { Type: TimeType { WithTimeZone: true } type } => throw new QueryException(ErrorCode.NotSupported, expression.Span, $"Values of type {type} are not yet available in Spoor", "A time without zone, or a timestamp with time zone, is."),
        BoundLiteral literal => LiteralPrinter.Print(literal),
        BoundColumn column => Column(column.Symbol),
        BoundLambdaParameter parameter => _parameters[parameter.Symbol.Id],
        BoundLambda lambda => PrintLambda(lambda),
        BoundFieldAccess access => RowField(Print(access.Row), access.FieldIndex),
        BoundSubscript subscript => SubscriptPrinter.Print(Print(subscript.Base), subscript.Base.Type, Print(subscript.Index)),
        BoundCall { Function: { Name: "concat", ReturnType: VarcharType } } chain => PrintConcatenation(chain),
        BoundCall call => FunctionPrinter.Print(call.Function, PrintAll(call.Arguments)),
        BoundArithmetic arithmetic => ArithmeticPrinter.Print(
            arithmetic.Operator, Print(arithmetic.Left), arithmetic.Left.Type, Print(arithmetic.Right), arithmetic.Right.Type, arithmetic.Type),
        BoundNegate negate => ArithmeticPrinter.PrintNegate(Print(negate.Value), negate.Type),
        BoundCast cast => PrintCast(cast),
        BoundTry attempt => PrintTry(attempt),
        BoundArray array => PrintArray(array),
        BoundRow row => Row(row.Fields.Select(Print)),
        _ => PrintCondition(expression) ?? PrintConditional(expression) ?? PrintSubquery(expression) ?? throw Unknown(expression),
    };

    private ValueList<DuckExpression> PrintAll(IEnumerable<BoundExpression> expressions) => expressions.Select(Print).ToValueList();

    private DuckLambda PrintLambda(BoundLambda lambda)
    {
        if (_lambdaDepth >= MaxLambdaDepth)
        {
            throw TooLarge(lambda, $"Lambdas may be nested {MaxLambdaDepth} levels deep.");
        }

        var parameters = lambda.Parameters.Select(symbol => _parameters[symbol.Id] = new DuckParameter()).ToValueList();
        _lambdaDepth++;
        var body = Print(lambda.Body);
        _lambdaDepth--;
        return new DuckLambda(parameters, body);
    }

    private DuckExpression PrintCast(BoundCast cast) => cast.Value.Type == ScalarTypes.Unknown
        ? Null(TypePrinter.TypeOf(cast.Type))
        : CastPrinter.Print(Print(cast.Value), cast.Value.Type, cast.Type, cast.IsTry);

    /// <summary>With the type where DuckDB could not tell it from the elements.</summary>
    private DuckExpression PrintArray(BoundArray array) => array.Elements.Count == 0
        ? Duck($"CAST([] AS {TypePrinter.TypeOf(array.Type)})")
        : List(array.Elements.Select(Print));

    private static QueryException TooLarge(BoundExpression expression, string hint) =>
        new(ErrorCode.StackOverflow, expression.Span, "statement is too large (stack overflow while planning it)", hint);

    private static UnreachableException Unknown(BoundExpression expression) => new($"No printer for {expression.GetType().Name}.");
}
