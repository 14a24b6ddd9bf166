using System.Buffers;
using Spoor.Engine.DuckDb.Native;
using Spoor.Sql.Types;
using static Spoor.Engine.DuckDb.Native.ScalarFunctionType;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>Functions that join an array's elements into one text. NULLs among them are passed over; any argument that is NULL makes the whole NULL.</summary>
internal static class ArrayTextPrinter
{
    private const string Element = "spoor_y";

    /// <summary>Takes texts, a delimiter and, if need be, the text that stands for NULL. DuckDB's own function takes only a constant as delimiter, and gives NULL where there is no text.</summary>
    internal static ScalarFunction Native { get; } = new("spoor_join_texts", [VarcharList, Varchar], Varchar, Join, Variadic: Varchar);

    /// <summary>Prints <c>array_join(array, delimiter[, text for NULL])</c>; elements are cast to varchar.</summary>
    internal static string PrintJoin(FunctionCallText call)
    {
        var text = CastPrinter.Print(Element, ((ArrayType)call.Type(0)).Element, VarcharType.Unbounded, isTry: false);
        var texts = text == Element ? call[0] : $"list_transform({call[0]}, lambda {Element}: {text})";
        return $"{Native.Name}({string.Join(", ", call.Arguments.Skip(1).Prepend(texts))})";
    }

    /// <summary>Prints <c>concat_ws(separator, array)</c>.</summary>
    internal static string PrintConcat(FunctionCallText call) => $"{Native.Name}({call[1]}, {call[0]})";

    private static void Join(ref ScalarFunctionRow row)
    {
        var (offset, count) = row.Vector(0).List(row.Row);
        var elements = row.Vector(0).Elements();
        var output = new ArrayBufferWriter<byte>();
        var isFirst = true;
        for (var i = offset; i < offset + count; i++)
        {
            if (elements.IsNull(i) && row.ArgumentCount < 3)
            {
                continue;
            }

            if (!isFirst)
            {
                output.Write(row.Bytes(1));
            }

            isFirst = false;
            output.Write(elements.IsNull(i) ? row.Bytes(2) : elements.Bytes(i));
        }

        row.SetBytes(output.WrittenSpan);
    }
}
