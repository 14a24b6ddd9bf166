using System.Globalization;
using System.Text;
using Spoor.Core.Errors;

namespace Spoor.Engine.Semantics.Json;

/// <summary>A JSON path of Trino's old dialect: <c>$.a.b[0]["c d"]</c>.</summary>
/// <seealso href="https://trino.io/docs/current/functions/json.html#json-extract"/>
internal sealed class JsonPath
{
    private JsonPath(JsonPathStep[] steps) => Steps = steps;

    /// <summary>The steps from the root; none for <c>$</c>.</summary>
    internal JsonPathStep[] Steps { get; }

    /// <summary>Parses a path.</summary>
    /// <exception cref="QueryException">INVALID_FUNCTION_ARGUMENT.</exception>
    internal static JsonPath Parse(string path)
    {
        var steps = new List<JsonPathStep>();
        var index = 1;
        if (!path.StartsWith('$'))
        {
            throw Invalid(path);
        }

        while (index < path.Length)
        {
            var name = path[index] switch
            {
                '.' => ReadWord(path, index + 1, allowColon: true, out index),
                '[' when index + 1 < path.Length && path[index + 1] is '"' => ReadQuoted(path, index + 2, out index),
                '[' => Close(path, ReadWord(path, index + 1, allowColon: false, out index), ref index),
                _ => throw Invalid(path),
            };
            steps.Add(new JsonPathStep(
                Encoding.UTF8.GetBytes(name),
                int.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position) ? position : -1));
        }

        return new JsonPath([.. steps]);
    }

    private static string ReadWord(string path, int start, bool allowColon, out int end)
    {
        end = start;
        while (end < path.Length && (char.IsLetterOrDigit(path[end]) || path[end] == '_' || (allowColon && path[end] == ':')))
        {
            end++;
        }

        return end > start ? path[start..end] : throw Invalid(path);
    }

    private static string ReadQuoted(string path, int start, out int end)
    {
        var name = new StringBuilder();
        for (var i = start; i < path.Length; i++)
        {
            if (path[i] == '"')
            {
                end = i + 1;
                return Close(path, name.ToString(), ref end);
            }

            if (path[i] == '\\' && (++i >= path.Length || path[i] is not ('"' or '\\')))
            {
                break;
            }

            name.Append(path[i]);
        }

        throw Invalid(path);
    }

    private static string Close(string path, string name, ref int index)
    {
        if (index >= path.Length || path[index] != ']')
        {
            throw Invalid(path);
        }

        index++;
        return name;
    }

    private static QueryException Invalid(string path) => new(ErrorCode.InvalidFunctionArgument, span: null, $"Invalid JSON path: '{path}'");
}

/// <summary>One step of a path.</summary>
/// <param name="Name">The member's name, for an object.</param>
/// <param name="Index">The element's position, for an array; -1 when the name is no number.</param>
internal sealed record JsonPathStep(byte[] Name, int Index);
