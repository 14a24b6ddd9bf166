using System.Buffers;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using static Spoor.Engine.Executors.DuckDb.Native.ScalarFunctionType;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Values;

/// <summary>Functions that join an array's elements into one text. NULLs among them are passed over; any argument that is NULL makes the whole NULL.</summary>
internal static class ArrayTextPrinter
{
    /// <summary>Takes texts, a delimiter and, if need be, the text that stands for NULL. DuckDB's own function takes only a constant as delimiter, and gives NULL where there is no text.</summary>
    internal static ScalarFunction Native { get; } = new("spoor_join_texts", [VarcharList, Varchar], Varchar, Join, Variadic: Varchar);

    /// <summary>Prints <c>array_join(array, delimiter[, text for NULL])</c>; elements are cast to varchar.</summary>
    internal static DuckExpression PrintJoin(DuckFunctionCall call)
    {
        var element = new DuckParameter();
        var text = CastPrinter.Print(element, ((ArrayType)call.Type(0)).Element, VarcharType.Unbounded, isTry: false);
        var texts = ReferenceEquals(text, element) ? call[0] : Duck($"list_transform({call[0]}, {new DuckLambda([element], text)})");
        return Call(Native.Name, call.All.Skip(1).Prepend(texts));
    }

    /// <summary>Prints <c>concat_ws(separator, array)</c>.</summary>
    internal static DuckExpression PrintConcat(DuckFunctionCall call) => Call(Native.Name, call[1], call[0]);

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
