using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Sql.Syntax.Hive;

/// <content>ALTER.</content>
internal sealed partial class HiveParser
{
    private Statement ParseAlter()
    {
        var start = _cursor.Take().Span;
        if (Is(Keyword.Database) || Is(Keyword.Schema))
        {
            return ParseAlterDatabase(start);
        }

        if (!Accept(Keyword.Table))
        {
            throw CannotRecognize("alter statement");
        }

        _context = "alter table statement";
        var table = ParseTableName();
        var partition = Is(Keyword.Partition) ? ParsePartition(allowsLocation: false) : null;
        switch (_cursor.Keyword)
        {
            case Keyword.Add when partition is null && _cursor.Peek(1).Keyword is Keyword.Partition or Keyword.If:
                return ParseAddPartitions(table, start);
            case Keyword.Add or Keyword.Replace:
                return ParseAddColumns(table, partition, start);
            case Keyword.Drop when partition is null:
                return ParseAlterDrop(table, start);
            case Keyword.Set:
                return ParseAlterSet(table, partition, start);
            case Keyword.Rename when partition is not null:
                return ParseRenamePartition(table, partition, start);
            case Keyword.Change when partition is null:
                return ParseChangeColumn(table, start);
            default:
                throw _cursor.Current.TextIn(_cursor.Text).Equals("UNSET", StringComparison.OrdinalIgnoreCase)
                    ? new QueryException(ErrorCode.NotSupported, Here, "ALTER TABLE ... UNSET TBLPROPERTIES is not supported", "SET TBLPROPERTIES gives a property another value.")
                    : CannotRecognize();
        }
    }

    private AlterDatabase ParseAlterDatabase(TextSpan start)
    {
        _cursor.Take();
        _context = "alter database statement";
        var name = ParseQualifiedName("alter database statement");
        Expect(Keyword.Set);
        Expect(Keyword.Dbproperties);
        var properties = ParseProperties();
        return new AlterDatabase(name, properties, _cursor.SpanFrom(start));
    }

    private AddPartitions ParseAddPartitions(QualifiedName table, TextSpan start)
    {
        Expect(Keyword.Add);
        var ifNotExists = ParseOptionalIfNotExists();
        var partitions = new List<PartitionSpecification>();
        do
        {
            partitions.Add(ParsePartition(allowsLocation: true));
        }
        while (Is(Keyword.Partition));
        return new AddPartitions(table, ifNotExists, partitions.ToValueList(), _cursor.SpanFrom(start));
    }

    private AddColumns ParseAddColumns(QualifiedName table, PartitionSpecification? partition, TextSpan start)
    {
        var isReplace = _cursor.Take().Keyword == Keyword.Replace;
        Expect(Keyword.Columns);
        var columns = Parenthesized(ParseColumn);
        return new AddColumns(table, partition, isReplace, columns, _cursor.SpanFrom(start));
    }

    private Statement ParseAlterDrop(QualifiedName table, TextSpan start)
    {
        Expect(Keyword.Drop);
        if (Accept(Keyword.Column))
        {
            var column = ParseIdentifier("alter table statement");
            return new DropColumn(table, column, _cursor.SpanFrom(start));
        }

        var ifExists = ParseOptionalIfExists();
        var partitions = new List<PartitionSpecification> { ParsePartition(allowsLocation: false) };
        while (Accept(TokenKind.Comma))
        {
            partitions.Add(ParsePartition(allowsLocation: false));
        }

        return new DropPartitions(table, ifExists, partitions.ToValueList(), _cursor.SpanFrom(start));
    }

    private Statement ParseAlterSet(QualifiedName table, PartitionSpecification? partition, TextSpan start)
    {
        Expect(Keyword.Set);
        if (Is(Keyword.Location))
        {
            var location = ParseLocation();
            return new SetTableLocation(table, partition, location, _cursor.SpanFrom(start));
        }

        if (partition is not null || !Is(Keyword.Tblproperties))
        {
            throw CannotRecognize();
        }

        var properties = ParseTableProperties();
        return new SetTableProperties(table, properties, _cursor.SpanFrom(start));
    }

    private RenamePartition ParseRenamePartition(QualifiedName table, PartitionSpecification from, TextSpan start)
    {
        Expect(Keyword.Rename);
        Expect(Keyword.To);
        var to = ParsePartition(allowsLocation: false);
        return new RenamePartition(table, from, to, _cursor.SpanFrom(start));
    }

    private ChangeColumn ParseChangeColumn(QualifiedName table, TextSpan start)
    {
        Expect(Keyword.Change);
        Accept(Keyword.Column);
        var oldName = ParseIdentifier("alter table statement");
        var column = ParseColumn();
        var isFirst = Accept(Keyword.First);
        var after = !isFirst && Accept(Keyword.After) ? ParseIdentifier("alter table statement") : null;
        return new ChangeColumn(table, oldName, column, isFirst, after, _cursor.SpanFrom(start));
    }

    private PartitionSpecification ParsePartition(bool allowsLocation)
    {
        var start = Expect(Keyword.Partition).Span;
        var values = Parenthesized(ParsePartitionValue);
        var location = allowsLocation && Is(Keyword.Location) ? ParseLocation() : null;
        return new PartitionSpecification(values, location, _cursor.SpanFrom(start));
    }

    private PartitionValue ParsePartitionValue()
    {
        var start = Here;
        var column = ParseIdentifier("partition specification");
        if (_cursor.Kind is < TokenKind.Equal or > TokenKind.GreaterOrEqual)
        {
            return new PartitionValue(column, "=", null, _cursor.SpanFrom(start));
        }

        var comparison = _cursor.Take().TextIn(_cursor.Text);
        var value = ParseConstant() ?? throw CannotRecognize("constant");
        return new PartitionValue(column, comparison, value, _cursor.SpanFrom(start));
    }
}
