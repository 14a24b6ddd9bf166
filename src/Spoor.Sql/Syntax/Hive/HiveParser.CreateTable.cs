using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Hive;

/// <content>CREATE TABLE; its clauses come in any order, each at most once.</content>
internal sealed partial class HiveParser
{
    private CreateTable ParseCreateTable(TextSpan start)
    {
        _context = "create table statement";
        var isExternal = Accept(Keyword.External);
        Expect(Keyword.Table);
        var ifNotExists = ParseOptionalIfNotExists();
        var name = ParseTableName();
        ValueList<ColumnDefinition> columns = Is(TokenKind.LeftParen) ? Parenthesized(ParseColumn) : [];
        var table = new CreateTable(name, isExternal, ifNotExists, columns, null, [], [], null, null, null, null, [], start);
        var seen = new HashSet<Keyword>();
        ValueList<StringProperty>? serdeProperties = null;
        while (!Is(TokenKind.End) && !Is(TokenKind.Semicolon))
        {
            var clause = _cursor.Keyword;
            if (clause != Keyword.None && !seen.Add(clause))
            {
                throw CannotRecognize();
            }

            if (clause == Keyword.With)
            {
                serdeProperties = ParseSerdeProperties();
                continue;
            }

            if (ParseClause(table) is not { } next)
            {
                break;
            }

            table = next;
        }

        return AddSerdeProperties(table, serdeProperties) with { Span = _cursor.SpanFrom(start) };
    }

    private CreateTable? ParseClause(CreateTable table) => _cursor.Keyword switch
    {
        Keyword.Comment => table with { Comment = ParseOptionalComment() },
        Keyword.Partitioned => ParsePartitionedBy(table),
        Keyword.Clustered => table with { Clustering = ParseClustering() },
        Keyword.Row => table with { RowFormat = ParseRowFormat() },
        Keyword.Stored => table with { StoredAs = ParseStoredAs() },
        Keyword.Location => table with { Location = ParseLocation() },
        Keyword.Tblproperties => table with { Properties = ParseTableProperties() },
        _ => null,
    };

    private string ParseLocation()
    {
        Expect(Keyword.Location);
        return ParseString();
    }

    private ValueList<StringProperty> ParseTableProperties()
    {
        Expect(Keyword.Tblproperties);
        return ParseProperties();
    }

    private CreateTable ParsePartitionedBy(CreateTable table)
    {
        Expect(Keyword.Partitioned);
        Expect(Keyword.By);
        var isTransform = Is(TokenKind.LeftParen) && _cursor.Peek(2).Kind is TokenKind.LeftParen or TokenKind.Comma or TokenKind.RightParen;
        return isTransform
            ? table with { PartitionTransforms = Parenthesized(ParseTransform) }
            : table with { PartitionedBy = Parenthesized(ParseColumn) };
    }

    // https://docs.aws.amazon.com/athena/latest/ug/querying-iceberg-creating-tables.html#querying-iceberg-partitioning
    private PartitionTransform ParseTransform()
    {
        var start = Here;
        ParseIdentifier("column specification");
        if (Accept(TokenKind.LeftParen))
        {
            while (!Is(TokenKind.RightParen))
            {
                if (!(IsName() || Is(TokenKind.Integer) || Is(TokenKind.Comma)))
                {
                    throw CannotRecognize();
                }

                _cursor.Take();
            }

            _cursor.Take();
        }

        var span = _cursor.SpanFrom(start);
        return new PartitionTransform(_cursor.Text.Substring(span.Start, span.Length), span);
    }

    private Clustering ParseClustering()
    {
        var start = Expect(Keyword.Clustered).Span;
        Expect(Keyword.By);
        var columns = Parenthesized(() => ParseIdentifier("column specification"));
        Expect(Keyword.Into);
        var count = ParseNumber();
        Expect(Keyword.Buckets);
        return new Clustering(columns, count, _cursor.SpanFrom(start));
    }

    private StorageFormat ParseStoredAs()
    {
        var start = Expect(Keyword.Stored).Span;
        Expect(Keyword.As);
        if (Accept(Keyword.Inputformat))
        {
            var input = ParseString();
            Expect(Keyword.Outputformat);
            var output = ParseString();
            return new StorageFormat(null, input, output, _cursor.SpanFrom(start));
        }

        var name = ParseIdentifier("file format specification").Value.ToUpperInvariant();
        return new StorageFormat(name, null, null, _cursor.SpanFrom(start));
    }

    private RowFormat ParseRowFormat()
    {
        var start = Expect(Keyword.Row).Span;
        Expect(Keyword.Format);
        if (Accept(Keyword.Serde))
        {
            var className = ParseString();
            var properties = Is(Keyword.With) ? ParseSerdeProperties() : [];
            return new SerdeRowFormat(className, properties, _cursor.SpanFrom(start));
        }

        if (!Accept(Keyword.Delimited))
        {
            throw CannotRecognize("serde specification");
        }

        var delimiters = ParseDelimiters();
        return new DelimitedRowFormat(delimiters, _cursor.SpanFrom(start));
    }

    private ValueList<StringProperty> ParseSerdeProperties()
    {
        Expect(Keyword.With);
        Expect(Keyword.Serdeproperties);
        return ParseProperties();
    }

    // Athena's reference places WITH SERDEPROPERTIES behind STORED AS, where Hive's grammar has it behind SERDE; people write both.
    private CreateTable AddSerdeProperties(CreateTable table, ValueList<StringProperty>? properties) => (properties, table.RowFormat) switch
    {
        (null, _) => table,
        (_, SerdeRowFormat { Properties.Count: 0 } format) => table with { RowFormat = format with { Properties = properties } },
        _ => throw CannotRecognize("serde properties specification"),
    };

    // LazySimpleSerDe's property names, which Hive gives the clauses of DELIMITED.
    private ValueList<StringProperty> ParseDelimiters()
    {
        var properties = new List<StringProperty>();
        while (true)
        {
            var start = Here;
            string name;
            switch (_cursor.Keyword)
            {
                case Keyword.Fields:
                    name = "field.delim";
                    break;
                case Keyword.Escaped when properties.Exists(property => property.Name == "field.delim"):
                    name = "escape.delim";
                    break;
                case Keyword.Collection:
                    _cursor.Take();
                    name = "collection.delim";
                    break;
                case Keyword.Map:
                    _cursor.Take();
                    name = "mapkey.delim";
                    break;
                case Keyword.Lines:
                    name = "line.delim";
                    break;
                case Keyword.Null:
                    name = "serialization.null.format";
                    break;
                default:
                    return properties.ToValueList();
            }

            var value = ParseDelimiter(name);
            properties.Add(new StringProperty(name, value, _cursor.SpanFrom(start)));
        }
    }

    private string ParseDelimiter(string name)
    {
        switch (name)
        {
            case "escape.delim":
                Expect(Keyword.Escaped);
                break;
            case "serialization.null.format":
                Expect(Keyword.Null);
                Expect(Keyword.Defined);
                Expect(Keyword.As);
                return ParseString();
            default:
                _ = _cursor.Keyword is Keyword.Fields or Keyword.Items or Keyword.Keys or Keyword.Lines ? _cursor.Take() : throw CannotRecognize();
                Expect(Keyword.Terminated);
                break;
        }

        Expect(Keyword.By);
        return ParseString();
    }
}
