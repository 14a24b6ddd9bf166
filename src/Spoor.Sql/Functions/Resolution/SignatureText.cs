using Spoor.Core.Types;

namespace Spoor.Sql.Functions.Resolution;

/// <summary>Types as Trino prints them in signatures, which differs from their display in blanks and quotes.</summary>
internal static class SignatureText
{
    /// <summary>As in <c>map(varchar,bigint)</c> and <c>row("a" bigint,varchar)</c>.</summary>
    public static string Print(SqlType type) => type switch
    {
        ArrayType array => $"array({Print(array.Element)})",
        MapType map => $"map({Print(map.Key)},{Print(map.Value)})",
        RowType row => $"row({string.Join(',', row.Fields.Select(PrintField))})",
        FunctionType function => $"function({string.Join(',', function.Parameters.Append(function.Result).Select(Print))})",
        _ => type.ToString(),
    };

    private static string PrintField(RowField field) => field.Name is { } name
        ? $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" {Print(field.Type)}"
        : Print(field.Type);
}
