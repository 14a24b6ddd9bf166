using Spoor.Catalog.Definitions;
using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Definitions;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements.Tables;

/// <summary><c>CREATE EXTERNAL TABLE</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/athena/latest/ug/create-table.html"/>
internal static class CreateTableStatement
{
    public static async Task<QueryResult> RunAsync(CreateTable statement, StatementContext context, CancellationToken cancellationToken)
    {
        var table = ToTable(statement, context);
        return await context.Catalog.TryCreateTableAsync(table, cancellationToken) ? TextResult.Done(table.Name)
            : statement.IfNotExists ? TextResult.Done()
            : throw CatalogErrors.TableExists(table.Name);
    }

    private static Table ToTable(CreateTable statement, StatementContext context)
    {
        var name = Names.OfTable(statement.Name, context);
        RequireSupported(statement);
        var columns = ColumnDefinitions.ToColumns(statement.Columns, []);
        var keys = ColumnDefinitions.ToColumns(statement.PartitionedBy, columns, "FAILED: SemanticException [Error 10035]: Column repeated in partitioning columns");
        var storage = HiveStorage.Create(Locations.Require(statement.Location, statement.Span), statement.RowFormat, statement.StoredAs);
        return new Table(name, columns, keys, storage, statement.Properties.ToProperties(), statement.Comment, context.Now, ViewText: null);
    }

    private static void RequireSupported(CreateTable statement)
    {
        bool IsOfType(string type) => statement.Properties.Any(property => property.Name.Equals("table_type", StringComparison.OrdinalIgnoreCase) && property.Value.Equals(type, StringComparison.OrdinalIgnoreCase));
        if (IsOfType("delta"))
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Span, "Delta Lake tables are not supported");
        }

        var isIceberg = IsOfType("iceberg");
        if (isIceberg || statement.PartitionTransforms.Count > 0)
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Span, "Iceberg tables are not supported", "CREATE EXTERNAL TABLE makes a table over files as they are.");
        }

        // Athena names a missing location before a missing EXTERNAL.
        Locations.Require(statement.Location, statement.Span);
        if (!statement.IsExternal)
        {
            throw new QueryException(ErrorCode.NotSupported, statement.Span, "Only external tables can be created", "Write CREATE EXTERNAL TABLE.");
        }

        if (statement.Columns.Count == 0)
        {
            throw new QueryException(ErrorCode.TableHasNoColumns, statement.Span, "FAILED: SemanticException [Error 10043]: Either list of columns or a custom serializer should be specified");
        }
    }
}
