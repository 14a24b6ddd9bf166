using Spoor.Core.Errors;
using Spoor.Core.Types;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>Carries an error with its code through DuckDB, which knows only text.</summary>
internal static class FunctionError
{
    private const string Mark = "SPOOR|";

    private static readonly Dictionary<string, ErrorCode> s_codes = Enum.GetValues<ErrorCode>().ToDictionary(code => code.ToTrinoName());

    /// <summary>The text to fail with.</summary>
    internal static string Encode(ErrorCode code, string message) => $"{Mark}{code.ToTrinoName()}|{message}";

    /// <summary>A DuckDB expression of a type that fails when it is evaluated.</summary>
    /// <remarks>Not DuckDB's own <c>error</c>, which TRY refuses to hold.</remarks>
    internal static DuckExpression Print(ErrorCode code, string message, SqlType type) => Duck($"CAST(spoor_fail({Text(Encode(code, message))}) AS {TypePrinter.TypeOf(type)})");

    /// <summary>The same with a VARCHAR behind the message.</summary>
    internal static DuckExpression Print(ErrorCode code, string message, DuckExpression text, SqlType type) =>
        Duck($"CAST(spoor_fail({Text(Encode(code, message))} || {text}) AS {TypePrinter.TypeOf(type)})");

    /// <summary>Finds code and message in the text of an error that DuckDB reports; false when the error is DuckDB's own.</summary>
    internal static bool TryDecode(string duckDbMessage, out ErrorCode code, out string message)
    {
        code = default;
        message = "";
        var mark = duckDbMessage.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0)
        {
            return false;
        }

        var name = duckDbMessage[(mark + Mark.Length)..];
        var end = name.IndexOf('|', StringComparison.Ordinal);
        if (end < 0 || !s_codes.TryGetValue(name[..end], out code))
        {
            return false;
        }

        message = name[(end + 1)..];
        return true;
    }
}
