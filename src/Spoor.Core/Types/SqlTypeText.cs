using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Core.Types;

/// <summary>Types from their texts, such as those that a catalog keeps.</summary>
public static class SqlTypeText
{
    /// <summary>Deeper types are refused: every walker of a type recurses.</summary>
    internal const int MaxDepth = 500;

    /// <summary>Reads what <see cref="object.ToString"/> of a <see cref="SqlType"/> gives, or Hive's spelling of a type (<see cref="HiveTypeNames"/>).</summary>
    /// <exception cref="QueryException">HiveInvalidMetadata: the text is no type; TypeNotFound: it names an unknown one.</exception>
    public static SqlType Parse(string text)
    {
        var reader = new TypeTextReader(text);
        var type = ToSqlType(reader.ReadType());
        return reader.IsAtEnd() ? type : throw reader.Malformed();
    }

    internal static SqlType ToSqlType(TypeText text)
    {
        if (text.Name.Equals("row", StringComparison.OrdinalIgnoreCase) || text.Name.Equals("struct", StringComparison.OrdinalIgnoreCase))
        {
            return new RowType(text.Arguments.Select(field => new RowField(field.FieldName, ToSqlType(field))).ToValueList());
        }

        var arguments = text.Arguments.Select(ToSqlType).ToArray();
        if (text.Name.Equals("function", StringComparison.OrdinalIgnoreCase) && arguments.Length > 0)
        {
            return new FunctionType(arguments[..^1].ToValueList(), arguments[^1]);
        }

        var numbers = new long[text.Lengths.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (!long.TryParse(text.Lengths[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                throw Unknown(text);
            }
        }

        var type = NamedTypes.TryCreate(text.Name, arguments, numbers, TypeDialect.Hive, span: null) ?? throw Unknown(text);
        return type switch
        {
            TimestampType timestamp when text.WithTimeZone => timestamp with { WithTimeZone = true },
            TimeType time when text.WithTimeZone => time with { WithTimeZone = true },
            _ => type,
        };
    }

    private static QueryException Unknown(TypeText text) => new(ErrorCode.TypeNotFound, null, $"Unknown type: {text.Name}");
}
