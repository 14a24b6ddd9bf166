using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

internal sealed partial class ExpressionAnalyzer
{
    /// <summary>Types a lambda whose parameters have the given types.</summary>
    internal BoundLambda AnalyzeLambda(Lambda node, ValueList<SqlType> parameterTypes)
    {
        Clause.RefuseAggregates(node.Body, "Lambda expression");
        if (node.Parameters.Count != parameterTypes.Count)
        {
            throw new QueryException(
                ErrorCode.InvalidParameterUsage,
                node.Span,
                $"Expected a lambda that takes {parameterTypes.Count} argument(s) but got {node.Parameters.Count}");
        }

        var symbols = node.Parameters.Select((parameter, index) => State.NewSymbol(parameter.Value, parameterTypes[index])).ToValueList();
        var fields = symbols.Select(symbol => new Field(symbol.Name, [], symbol, FieldKind.LambdaParameter)).ToList();
        var scope = _scope.WithFields(fields);
        var body = new ExpressionAnalyzer(_relations, scope, _surroundings with { IsInLambda = true, Windows = null }).Analyze(node.Body);
        return new BoundLambda(symbols, body, new FunctionType(parameterTypes, body.Type), node.Span);
    }
}
