using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Spoor.Core.Errors;
using Spoor.Core.Types;
using Spoor.Engine.Executors.DuckDb.Native;
using Spoor.Engine.Executors.DuckDb.Sql;
using Spoor.Engine.Semantics.Hashing;
using Spoor.Engine.Semantics.Json;
using static Spoor.Engine.Executors.DuckDb.Functions.FunctionExecution;
using static Spoor.Engine.Executors.DuckDb.Sql.DuckSql;

namespace Spoor.Engine.Executors.DuckDb.Functions;

/// <summary>JSON functions. Values of type json are text without blanks.</summary>
/// <seealso href="https://trino.io/docs/current/functions/json.html"/>
internal static class JsonFunctions
{
    private static readonly ConstantCache<JsonPath> s_paths = new(JsonPath.Parse);

    private static readonly ScalarFunction[] s_arrayContains =
    [
        new("spoor_json_array_contains_boolean", [ScalarFunctionType.Varchar, ScalarFunctionType.Boolean], ScalarFunctionType.Boolean, ArrayContainsBoolean),
        new("spoor_json_array_contains_bigint", [ScalarFunctionType.Varchar, ScalarFunctionType.BigInt], ScalarFunctionType.Boolean, ArrayContainsBigInt),
        new("spoor_json_array_contains_double", [ScalarFunctionType.Varchar, ScalarFunctionType.Double], ScalarFunctionType.Boolean, ArrayContainsDouble),
        new("spoor_json_array_contains_varchar", [ScalarFunctionType.Varchar, ScalarFunctionType.Varchar], ScalarFunctionType.Boolean, ArrayContainsText),
    ];

    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        CSharp("json_extract_scalar", [ScalarFunctionType.Varchar, ScalarFunctionType.Varchar], ScalarFunctionType.Varchar, ExtractScalar),
        CSharp("json_extract", [ScalarFunctionType.Varchar, ScalarFunctionType.Varchar], ScalarFunctionType.Varchar, Extract),
        CSharp("json_size", [ScalarFunctionType.Varchar, ScalarFunctionType.Varchar], ScalarFunctionType.BigInt, Size),
        CSharp("json_array_length", [ScalarFunctionType.Varchar], ScalarFunctionType.BigInt, ArrayLength),
        CSharp("json_array_get", [ScalarFunctionType.Varchar, ScalarFunctionType.BigInt], ScalarFunctionType.Varchar, ArrayGet),
        Expression("json_array_contains", PrintArrayContains, s_arrayContains),
        CSharp("json_parse", [ScalarFunctionType.Varchar], ScalarFunctionType.Varchar, Parse),
        Expression("json_format", "{0}"),
        CSharp("is_json_scalar", [ScalarFunctionType.Varchar], ScalarFunctionType.Boolean, IsScalar),
    ];

    private delegate bool TokenTest(ref Utf8JsonReader reader);

    private static DuckExpression PrintArrayContains(DuckFunctionCall call) =>
        Call($"spoor_json_array_contains_{(call.Type(1) is ScalarType { Kind: ScalarKind.Boolean or ScalarKind.BigInt or ScalarKind.Double } type ? type.Name : "varchar")}", call.All);

    private static void ExtractScalar(ref ScalarFunctionRow row)
    {
        var path = s_paths.Get(row.Bytes(1));
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (JsonText.TryFind(ref reader, path)
                && reader.TokenType is JsonTokenType.String or JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False)
            {
                row.SetBytes(JsonText.Scalar(ref reader));
            }
        }
        catch (JsonException)
        {
            // Text that is no JSON has no value at any path.
        }
    }

    private static void Extract(ref ScalarFunctionRow row)
    {
        var path = s_paths.Get(row.Bytes(1));
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (JsonText.TryFind(ref reader, path))
            {
                var output = new ArrayBufferWriter<byte>();
                JsonText.Copy(ref reader, output);
                row.SetBytes(output.WrittenSpan);
            }
        }
        catch (JsonException)
        {
            // As in ExtractScalar.
        }
    }

    private static void Size(ref ScalarFunctionRow row)
    {
        var path = s_paths.Get(row.Bytes(1));
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (JsonText.TryFind(ref reader, path))
            {
                row.Set((long)CountChildren(ref reader));
            }
        }
        catch (JsonException)
        {
            // As in ExtractScalar.
        }
    }

    private static int CountChildren(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject))
        {
            return 0;
        }

        var count = 0;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndArray or JsonTokenType.EndObject))
        {
            reader.Skip();
            count++;
        }

        return count;
    }

    private static void ArrayLength(ref ScalarFunctionRow row)
    {
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                row.Set((long)CountChildren(ref reader));
            }
        }
        catch (JsonException)
        {
            // As in ExtractScalar.
        }
    }

    private static void ArrayGet(ref ScalarFunctionRow row)
    {
        var index = row.Value<long>(1);
        try
        {
            var json = row.Bytes(0);
            if (index < 0)
            {
                var counter = JsonText.Reader(json);
                index += counter.Read() && counter.TokenType == JsonTokenType.StartArray ? CountChildren(ref counter) : 0;
            }

            var reader = JsonText.Reader(json);
            if (index is >= 0 and <= int.MaxValue && reader.Read() && reader.TokenType == JsonTokenType.StartArray)
            {
                SetElement(ref row, ref reader, index);
            }
        }
        catch (JsonException)
        {
            // As in ExtractScalar.
        }
    }

    private static void SetElement(ref ScalarFunctionRow row, ref Utf8JsonReader reader, long index)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- > 0)
            {
                reader.Skip();
                continue;
            }

            if (reader.TokenType == JsonTokenType.Null)
            {
                return;
            }

            // Trino returns a string element without quotes here, although the type is json.
            var output = new ArrayBufferWriter<byte>();
            if (reader.TokenType == JsonTokenType.String)
            {
                output.Write(JsonText.Scalar(ref reader));
            }
            else
            {
                JsonText.Copy(ref reader, output);
            }

            row.SetBytes(output.WrittenSpan);
            return;
        }
    }

    private static void ArrayContainsBoolean(ref ScalarFunctionRow row)
    {
        var wanted = row.Boolean(1) ? JsonTokenType.True : JsonTokenType.False;
        ArrayContains(ref row, (ref Utf8JsonReader reader) => reader.TokenType == wanted);
    }

    private static void ArrayContainsBigInt(ref ScalarFunctionRow row)
    {
        var wanted = row.Value<long>(1);
        ArrayContains(ref row, (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
            && long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value == wanted);
    }

    private static void ArrayContainsDouble(ref ScalarFunctionRow row)
    {
        var wanted = row.Value<double>(1);
        if (!double.IsFinite(wanted))
        {
            row.SetBoolean(false);
            return;
        }

        ArrayContains(ref row, (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number
            && reader.ValueSpan.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0 && reader.GetDouble() == wanted);
    }

    private static void ArrayContainsText(ref ScalarFunctionRow row)
    {
        var wanted = row.Bytes(1).ToArray();
        ArrayContains(ref row, (ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && JsonText.Scalar(ref reader).SequenceEqual(wanted));
    }

    private static void ArrayContains(ref ScalarFunctionRow row, TokenTest test)
    {
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartArray)
            {
                return;
            }

            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                if (test(ref reader))
                {
                    row.SetBoolean(true);
                    return;
                }

                reader.Skip();
            }

            row.SetBoolean(false);
        }
        catch (JsonException)
        {
            // As in ExtractScalar.
        }
    }

    private static void Parse(ref ScalarFunctionRow row)
    {
        if (JsonDocumentText.TryNormalize(row.Bytes(0), out var json))
        {
            row.SetBytes(json);
            return;
        }

        throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Cannot convert value to JSON: '{row.Text(0)}'");
    }

    private static void IsScalar(ref ScalarFunctionRow row)
    {
        try
        {
            var reader = JsonText.Reader(row.Bytes(0));
            if (reader.Read())
            {
                var isScalar = reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject);
                reader.Skip();
                if (!reader.Read())
                {
                    row.SetBoolean(isScalar);
                    return;
                }
            }
        }
        catch (JsonException)
        {
            // Reported below.
        }

        throw new QueryException(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid JSON value: {row.Text(0)}");
    }
}
