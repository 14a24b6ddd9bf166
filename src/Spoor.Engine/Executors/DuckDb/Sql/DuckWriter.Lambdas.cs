using System.Globalization;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <content>Lambdas, and names for their parameters.</content>
internal sealed partial class DuckWriter
{
    // By depth, so that one lambda written twice in one place has the same text, which DuckDB then computes once.
    private void WriteLambda(DuckLambda lambda)
    {
        _output.Append("lambda ");
        var isFirst = true;
        foreach (var parameter in lambda.Parameters)
        {
            _output.Append(isFirst ? "" : ", ");
            isFirst = false;
            _output.Append(_names[parameter] = FreeName());
        }

        _output.Append(": ");
        WriteExpression(lambda.Body);
        foreach (var parameter in lambda.Parameters)
        {
            _names.Remove(parameter);
        }
    }

    private string FreeName() => string.Create(CultureInfo.InvariantCulture, $"x{_names.Count}");

    private void WriteParameter(DuckParameter parameter)
    {
        if (_values.TryGetValue(parameter, out var value))
        {
            WriteExpression(value);
            return;
        }

        _output.Append(_names[parameter]);
    }

    private void WriteApplied(DuckApplied applied)
    {
        for (var i = 0; i < applied.Values.Count; i++)
        {
            _values[applied.Lambda.Parameters[i]] = applied.Values[i];
        }

        WriteExpression(applied.Lambda.Body);
        foreach (var parameter in applied.Lambda.Parameters)
        {
            _values.Remove(parameter);
        }
    }
}
