using System.Globalization;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Executors.DuckDb.Values;
using Spoor.Engine.Semantics.Formats;
using Spoor.Engine.Semantics.Numbers;
using Spoor.Engine.Semantics.Time;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary><c>format('%s has %,d', name, count)</c>, with Java's format strings.</summary>
/// <remarks>Arguments come as text behind a letter that says what Java object Trino makes of their type.</remarks>
/// <seealso href="https://github.com/trinodb/trino/blob/456/core/trino-main/src/main/java/io/trino/operator/scalar/FormatFunction.java"/>
internal static class FormatFunction
{
    internal static FunctionExecution Execution { get; } = FunctionExecution.Expression(
        "format",
        call => Call("spoor_format", [call[0], .. call.All.Skip(1).Select((value, index) => Argument(value, call.Type(index + 1)))]),
        new ScalarFunction("spoor_format", [Varchar], Varchar, Run, HandlesNull: true, Variadic: Varchar));

    private static DuckExpression Argument(DuckExpression value, SqlType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Unknown } => Null(DuckType.Varchar),
        ArrayType or MapType or RowType => Duck($"'s' || CAST({value} AS VARCHAR)"),
        _ => Infix(Text(Letter(type).ToString()), "||", CastPrinter.Print(TextCastPrinter.Padded(value, type), type is CharType ? VarcharType.Unbounded : type, VarcharType.Unbounded, isTry: false)),
    };

    private static char Letter(SqlType type) => type switch
    {
        ScalarType { Kind: ScalarKind.Boolean } => 'b',
        ScalarType { IsInteger: true } => 'l',
        ScalarType { Kind: ScalarKind.Real } => 'f',
        ScalarType { Kind: ScalarKind.Double } => 'd',
        DecimalType => 'n',
        ScalarType { Kind: ScalarKind.Date } => 'D',
        TimeType { WithTimeZone: false } => 'T',
        TimestampType timestamp => timestamp.WithTimeZone ? 'Z' : 'L',
        _ => 's',
    };

    private static void Run(ref ScalarFunctionRow row)
    {
        if (row.IsNull(0))
        {
            return;
        }

        var arguments = new object?[row.ArgumentCount - 1];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = row.IsNull(i + 1) ? null : Read(row.Text(i + 1));
        }

        row.SetText(JavaFormatter.Format(row.Text(0), arguments));
    }

    private static object Read(string lettered)
    {
        var text = lettered[1..];
        return lettered[0] switch
        {
            'b' => text == "true",
            'l' => long.Parse(text, CultureInfo.InvariantCulture),
            'f' => (float)CastFunctions.ToDouble(text, "REAL"),
            'd' => CastFunctions.ToDouble(text, "DOUBLE"),
            'n' => ExactNumber.TryParse(text, out var number) ? number : default,
            'D' or 'T' or 'L' or 'Z' => JavaTime.Read(lettered[0], text),
            _ => text,
        };
    }
}
