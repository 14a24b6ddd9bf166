using Spoor.Core.Collections;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Analysis.Scopes;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Analysis;

/// <summary>Types one lambda, once for each list of parameter types that the choice of a function tries.</summary>
internal sealed class LambdaTyping(ExpressionAnalyzer analyzer, Lambda lambda)
{
    private readonly Dictionary<ValueList<SqlType>, BoundLambda> _tried = [];

    public int ParameterCount => lambda.Parameters.Count;

    /// <summary>For <see cref="LambdaArgument"/>.</summary>
    public SqlType ResultType(ValueList<SqlType> parameterTypes) => Type(parameterTypes).Body.Type;

    /// <summary>The lambda as the chosen function takes it.</summary>
    public BoundLambda Bind(FunctionType type)
    {
        var typed = Type(type.Parameters);
        return typed with { Body = Coercion.To(typed.Body, type.Result), Type = type };
    }

    private BoundLambda Type(ValueList<SqlType> parameterTypes)
    {
        if (!_tried.TryGetValue(parameterTypes, out var typed))
        {
            typed = analyzer.AnalyzeLambda(lambda, parameterTypes);
            _tried.Add(parameterTypes, typed);
        }

        return typed;
    }
}
