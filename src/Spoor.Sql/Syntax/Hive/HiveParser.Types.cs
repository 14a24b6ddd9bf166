using System.Globalization;
using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Hive;

/// <content>Columns and types.</content>
internal sealed partial class HiveParser
{
    // https://docs.aws.amazon.com/athena/latest/ug/data-types.html
    private static readonly HashSet<string> s_primitiveTypes = new(
    [
        "boolean", "tinyint", "smallint", "int", "integer", "bigint", "float", "real", "double", "decimal", "dec", "numeric", "string", "char",
        "varchar", "binary", "varbinary", "date", "uuid",
    ], StringComparer.OrdinalIgnoreCase);

    private ColumnDefinition ParseColumn()
    {
        var start = Here;
        var name = ParseIdentifier("column specification");
        var type = ParseType();
        var comment = ParseOptionalComment();
        return new ColumnDefinition(name, type, comment, _cursor.SpanFrom(start));
    }

    private TypeName ParseType()
    {
        if (!Is(TokenKind.Word))
        {
            throw CannotRecognize("column type");
        }

        _cursor.Enter();
        TypeName type = _cursor.Keyword switch
        {
            Keyword.Array or Keyword.Map => ParseCollectionType(),
            Keyword.Struct => ParseStructType(),
            Keyword.Timestamp or Keyword.Time => ParseDateTimeType(),
            _ => ParsePrimitiveType(),
        };
        _cursor.Leave();
        return type;
    }

    private NamedTypeName ParseCollectionType()
    {
        var start = Here;
        var isMap = Is(Keyword.Map);
        var name = _cursor.Take().TextIn(_cursor.Text);
        Expect(TokenKind.Less);
        var arguments = new List<TypeArgument> { new(ParseType(), null) };
        if (isMap)
        {
            Expect(TokenKind.Comma);
            arguments.Add(new TypeArgument(ParseType(), null));
        }

        Expect(TokenKind.Greater);
        return new NamedTypeName(name, arguments.ToValueList(), _cursor.SpanFrom(start));
    }

    private RowTypeName ParseStructType()
    {
        var start = _cursor.Take().Span;
        Expect(TokenKind.Less);
        var fields = new List<RowFieldTypeName> { ParseField() };
        while (Accept(TokenKind.Comma))
        {
            fields.Add(ParseField());
        }

        Expect(TokenKind.Greater);
        return new RowTypeName(fields.ToValueList(), _cursor.SpanFrom(start));
    }

    // A field may have any name: the colon behind it leaves no doubt.
    private RowFieldTypeName ParseField()
    {
        var start = Here;
        if (!IsName())
        {
            throw CannotRecognize("column specification");
        }

        var name = ParseAnyWord();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var comment = ParseOptionalComment();
        return new RowFieldTypeName(name, type, comment, _cursor.SpanFrom(start));
    }

    private DateTimeTypeName ParseDateTimeType()
    {
        var token = _cursor.Take();
        int? precision = null;
        if (Accept(TokenKind.LeftParen))
        {
            precision = (int)Math.Min(int.MaxValue, ParseNumber());
            Expect(TokenKind.RightParen);
        }

        return new DateTimeTypeName(token.Keyword == Keyword.Timestamp, precision, false, _cursor.SpanFrom(token.Span));
    }

    private NamedTypeName ParsePrimitiveType()
    {
        var token = _cursor.Current;
        var name = token.TextIn(_cursor.Text);
        if (!s_primitiveTypes.Contains(name))
        {
            throw CannotRecognize("column type");
        }

        _cursor.Take();
        if (token.Keyword == Keyword.Double && Accept(Keyword.Precision))
        {
            return new NamedTypeName("double precision", [], _cursor.SpanFrom(token.Span));
        }

        ValueList<TypeArgument> arguments = Is(TokenKind.LeftParen) ? Parenthesized(() => new TypeArgument(null, ParseNumber())) : [];
        return new NamedTypeName(name, arguments, _cursor.SpanFrom(token.Span));
    }

    private long ParseNumber()
    {
        if (long.TryParse(_cursor.Current.TextIn(_cursor.Text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Is(TokenKind.Integer))
        {
            _cursor.Take();
            return number;
        }

        throw Mismatch(HiveNameOf(TokenKind.Integer));
    }
}
