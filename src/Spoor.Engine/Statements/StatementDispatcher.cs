using Spoor.Core.Errors;
using Spoor.Engine.Results.Rows;
using Spoor.Engine.Statements.Databases;
using Spoor.Engine.Statements.Definitions;
using Spoor.Engine.Statements.Partitions;
using Spoor.Engine.Statements.Prepared;
using Spoor.Engine.Statements.Tables;
using Spoor.Engine.Statements.Views;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary>Runs the statements that work on the catalog. Queries, and statements that hold one to run, are the engine's.</summary>
internal static class StatementDispatcher
{
    /// <summary>Runs the statement against the catalog.</summary>
    /// <exception cref="QueryException">The statement is at fault, or Spoor does not have it yet.</exception>
    public static async Task<QueryResult> RunAsync(Statement statement, StatementContext context, CancellationToken cancellationToken) =>
        await (RunDefinitionAsync(statement, context, cancellationToken) ?? RunUtilityAsync(statement, context, cancellationToken) ?? throw NotSupported(statement));

    private static Task<QueryResult>? RunDefinitionAsync(Statement statement, StatementContext context, CancellationToken cancellationToken) => statement switch
    {
        CreateDatabase create => CreateDatabaseStatement.RunAsync(create, context, cancellationToken),
        DropDatabase drop => DropDatabaseStatement.RunAsync(drop, context, cancellationToken),
        AlterDatabase alter => AlterDatabaseStatement.RunAsync(alter, context, cancellationToken),
        CreateTable create => CreateTableStatement.RunAsync(create, context, cancellationToken),
        DropTable drop => DropTableStatement.RunAsync(drop, context, cancellationToken),
        CreateView create => CreateViewStatement.RunAsync(create, context, cancellationToken),
        DropView drop => DropViewStatement.RunAsync(drop, context, cancellationToken),
        AddPartitions add => AddPartitionsStatement.RunAsync(add, context, cancellationToken),
        DropPartitions drop => DropPartitionsStatement.RunAsync(drop, context, cancellationToken),
        RepairTable repair => RepairTableStatement.RunAsync(repair, context, cancellationToken),
        RenamePartition rename => RenamePartitionStatement.RunAsync(rename, context, cancellationToken),
        SetTableLocation set => SetTableLocationStatement.RunAsync(set, context, cancellationToken),
        SetTableProperties set => SetTablePropertiesStatement.RunAsync(set, context, cancellationToken),
        AddColumns add => AddColumnsStatement.RunAsync(add, context, cancellationToken),
        ChangeColumn change => ChangeColumnStatement.RunAsync(change, context, cancellationToken),
        DropColumn drop => DropColumnStatement.RunAsync(drop, context, cancellationToken),
        _ => null,
    };

    private static Task<QueryResult>? RunUtilityAsync(Statement statement, StatementContext context, CancellationToken cancellationToken) => statement switch
    {
        ShowDatabases show => ShowDatabasesStatement.RunAsync(show, context, cancellationToken),
        ShowTables show => ShowTablesStatement.RunAsync(show, context, cancellationToken),
        ShowViews show => ShowViewsStatement.RunAsync(show, context, cancellationToken),
        ShowColumns show => ShowColumnsStatement.RunAsync(show, context, cancellationToken),
        ShowPartitions show => ShowPartitionsStatement.RunAsync(show, context, cancellationToken),
        ShowCreate show => ShowCreateStatement.RunAsync(show, context, cancellationToken),
        ShowTableProperties show => ShowTablePropertiesStatement.RunAsync(show, context, cancellationToken),
        Describe describe => DescribeStatement.RunAsync(describe, context, cancellationToken),
        Use use => UseStatement.RunAsync(use, context, cancellationToken),
        Prepare prepare => PrepareStatement.RunAsync(prepare, context, cancellationToken),
        Deallocate deallocate => DeallocateStatement.RunAsync(deallocate, context, cancellationToken),
        _ => null,
    };

    // A node is named after its statement's words: RepairTable is REPAIR TABLE.
    private static QueryException NotSupported(Statement statement)
    {
        var words = string.Concat(statement.GetType().Name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToUpperInvariant();
        return new QueryException(ErrorCode.NotSupported, statement.Span, $"{words} is not supported", "docs/compatibility.md lists the statements that Spoor runs.");
    }
}
