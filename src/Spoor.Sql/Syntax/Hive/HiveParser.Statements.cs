using Spoor.Core.Collections;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Hive;

/// <content>Statements but for CREATE TABLE and ALTER TABLE.</content>
internal sealed partial class HiveParser
{
    private Statement ParseStatement()
    {
        var start = Here;
        switch (_cursor.Keyword)
        {
            case Keyword.Create:
                _cursor.Take();
                return Is(Keyword.Database) || Is(Keyword.Schema) ? ParseCreateDatabase(start) : ParseCreateTable(start);
            case Keyword.Drop:
                return ParseDrop();
            case Keyword.Alter:
                return ParseAlter();
            case Keyword.Msck:
                return ParseRepair();
            case Keyword.Show:
                return ParseShow();
            case Keyword.Describe or Keyword.Desc:
                return ParseDescribe();
            default:
                throw CannotRecognize();
        }
    }

    private CreateDatabase ParseCreateDatabase(TextSpan start)
    {
        _cursor.Take();
        _context = "create database statement";
        var ifNotExists = ParseOptionalIfNotExists();
        var name = ParseQualifiedName("create database statement");
        var comment = ParseOptionalComment();
        var location = Is(Keyword.Location) ? ParseLocation() : null;
        ValueList<StringProperty> properties = [];
        if (Accept(Keyword.With))
        {
            Expect(Keyword.Dbproperties);
            properties = ParseProperties();
        }

        return new CreateDatabase(name, ifNotExists, comment, location, properties, _cursor.SpanFrom(start));
    }

    private Statement ParseDrop()
    {
        var start = _cursor.Take().Span;
        _context = "drop statement";
        if (Is(Keyword.Database) || Is(Keyword.Schema))
        {
            return ParseDropDatabase(start);
        }

        var isView = Accept(Keyword.View);
        if (!isView && !Accept(Keyword.Table))
        {
            throw CannotRecognize("ddl statement");
        }

        var ifExists = ParseOptionalIfExists();
        var name = ParseTableName();
        if (isView)
        {
            return new DropView(name, ifExists, _cursor.SpanFrom(start));
        }

        Accept(Keyword.Purge);
        return new DropTable(name, ifExists, _cursor.SpanFrom(start));
    }

    private DropDatabase ParseDropDatabase(TextSpan start)
    {
        _cursor.Take();
        var ifExists = ParseOptionalIfExists();
        var name = ParseQualifiedName("drop database statement");
        var isCascade = Accept(Keyword.Cascade);
        if (!isCascade)
        {
            Accept(Keyword.Restrict);
        }

        return new DropDatabase(name, ifExists, isCascade, _cursor.SpanFrom(start));
    }

    private RepairTable ParseRepair()
    {
        var start = _cursor.Take().Span;
        _context = "metastore check statement";
        Expect(Keyword.Repair);
        Expect(Keyword.Table);
        var table = ParseTableName();
        return new RepairTable(table, _cursor.SpanFrom(start));
    }

    private Statement ParseShow()
    {
        var start = _cursor.Take().Span;
        _context = "show statement";
        var what = _cursor.Keyword;
        if (what is not (Keyword.Databases or Keyword.Schemas or Keyword.Tables or Keyword.Views or Keyword.Columns or Keyword.Partitions
            or Keyword.Create or Keyword.Tblproperties))
        {
            throw CannotRecognize("ddl statement");
        }

        _cursor.Take();
        return what switch
        {
            Keyword.Tables or Keyword.Views => ParseShowTables(what == Keyword.Views, start),
            Keyword.Columns => ParseShowColumns(start),
            Keyword.Partitions => ParseShowPartitions(start),
            Keyword.Create => ParseShowCreate(start),
            Keyword.Tblproperties => ParseShowTableProperties(start),
            _ => ParseShowDatabases(start),
        };
    }

    private ShowDatabases ParseShowDatabases(TextSpan start)
    {
        var pattern = ParseOptionalPattern();
        return new ShowDatabases(pattern, _cursor.SpanFrom(start));
    }

    private Statement ParseShowTables(bool isViews, TextSpan start)
    {
        var database = Accept(Keyword.In) || Accept(Keyword.From) ? ParseQualifiedName("show statement") : null;
        var pattern = ParseOptionalPattern();
        var span = _cursor.SpanFrom(start);
        return isViews ? new ShowViews(database, pattern, span) : new ShowTables(database, pattern, span);
    }

    private ShowPartitions ParseShowPartitions(TextSpan start)
    {
        var table = ParseTableName();
        return new ShowPartitions(table, _cursor.SpanFrom(start));
    }

    private ShowColumns ParseShowColumns(TextSpan start)
    {
        ExpectFromOrIn();
        var table = ParseTableName();
        if (Is(Keyword.From) || Is(Keyword.In))
        {
            _cursor.Take();
            var database = ParseQualifiedName("show statement");
            table = new QualifiedName([.. database.Parts, .. table.Parts], table.Span);
        }

        return new ShowColumns(table, _cursor.SpanFrom(start));
    }

    private void ExpectFromOrIn()
    {
        if (!Accept(Keyword.In))
        {
            Expect(Keyword.From);
        }
    }

    private ShowCreate ParseShowCreate(TextSpan start)
    {
        var isView = Accept(Keyword.View);
        if (!isView)
        {
            Expect(Keyword.Table);
        }

        var name = ParseTableName();
        return new ShowCreate(isView, name, _cursor.SpanFrom(start));
    }

    private ShowTableProperties ParseShowTableProperties(TextSpan start)
    {
        var table = ParseTableName();
        string? property = null;
        if (Accept(TokenKind.LeftParen))
        {
            property = ParseString();
            Expect(TokenKind.RightParen);
        }

        return new ShowTableProperties(table, property, _cursor.SpanFrom(start));
    }

    private string? ParseOptionalPattern() => Accept(Keyword.Like) || Is(TokenKind.String) ? ParseString() : null;

    private Describe ParseDescribe()
    {
        var start = _cursor.Take().Span;
        _context = "describe statement";
        var isNext = _cursor.Peek(1).Kind is not (TokenKind.End or TokenKind.Dot);
        var isExtended = isNext && Accept(Keyword.Extended);
        var isFormatted = isNext && !isExtended && Accept(Keyword.Formatted);
        var table = ParseTableName();
        var partition = Is(Keyword.Partition) ? ParsePartition(allowsLocation: false) : null;
        var path = new List<Identifier>();
        if (IsName())
        {
            do
            {
                path.Add(ParsePathPart());
            }
            while (Accept(TokenKind.Dot));
        }

        return new Describe(table, isExtended, isFormatted, partition, path.ToValueList(), _cursor.SpanFrom(start));
    }

    // '$elem$', '$key$' and '$value$' stand for the parts of an array or map.
    private Identifier ParsePathPart()
    {
        var span = Here;
        return Is(TokenKind.String) ? new Identifier(ParseString(), true, span) : ParseIdentifier("describe statement");
    }
}
