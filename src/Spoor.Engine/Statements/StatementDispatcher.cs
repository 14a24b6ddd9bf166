using Spoor.Engine.Results;
using Spoor.Sql;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Engine.Statements;

/// <summary>Runs the statements that work on the catalog. Queries, and statements that hold one to run, are the engine's.</summary>
internal static class StatementDispatcher
{
    /// <summary>Runs the statement against the catalog.</summary>
    /// <exception cref="QueryException">The statement is at fault, or Spoor does not have it yet.</exception>
    public static async Task<QueryResult> RunAsync(Statement statement, StatementContext context, CancellationToken cancellationToken) => statement switch
    {
        RepairTable repair => await RepairTableStatement.RunAsync(repair, context, cancellationToken),
        _ => RunDefinition(statement, context) ?? RunUtility(statement, context) ?? throw NotSupported(statement),
    };

    private static QueryResult? RunDefinition(Statement statement, StatementContext context) => statement switch
    {
        CreateDatabase create => CreateDatabaseStatement.Run(create, context),
        DropDatabase drop => DropDatabaseStatement.Run(drop, context),
        AlterDatabase alter => AlterDatabaseStatement.Run(alter, context),
        CreateTable create => CreateTableStatement.Run(create, context),
        DropTable drop => DropTableStatement.Run(drop, context),
        CreateView create => CreateViewStatement.Run(create, context),
        DropView drop => DropViewStatement.Run(drop, context),
        AddPartitions add => AddPartitionsStatement.Run(add, context),
        DropPartitions drop => DropPartitionsStatement.Run(drop, context),
        RenamePartition rename => RenamePartitionStatement.Run(rename, context),
        SetTableLocation set => SetTableLocationStatement.Run(set, context),
        SetTableProperties set => SetTablePropertiesStatement.Run(set, context),
        AddColumns add => AddColumnsStatement.Run(add, context),
        ChangeColumn change => ChangeColumnStatement.Run(change, context),
        DropColumn drop => DropColumnStatement.Run(drop, context),
        _ => null,
    };

    private static QueryResult? RunUtility(Statement statement, StatementContext context) => statement switch
    {
        ShowDatabases show => ShowDatabasesStatement.Run(show, context),
        ShowTables show => ShowTablesStatement.Run(show, context),
        ShowViews show => ShowViewsStatement.Run(show, context),
        ShowColumns show => ShowColumnsStatement.Run(show, context),
        ShowPartitions show => ShowPartitionsStatement.Run(show, context),
        ShowCreate show => ShowCreateStatement.Run(show, context),
        ShowTableProperties show => ShowTablePropertiesStatement.Run(show, context),
        Describe describe => DescribeStatement.Run(describe, context),
        Use use => UseStatement.Run(use, context),
        Prepare prepare => PrepareStatement.Run(prepare, context),
        Deallocate deallocate => DeallocateStatement.Run(deallocate, context),
        _ => null,
    };

    // A node is named after its statement's words: RepairTable is REPAIR TABLE.
    private static QueryException NotSupported(Statement statement)
    {
        var words = string.Concat(statement.GetType().Name.Select((letter, index) => index > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}")).ToUpperInvariant();
        return new QueryException(ErrorCode.NotSupported, statement.Span, $"{words} is not supported", "docs/compatibility.md lists the statements that Spoor runs.");
    }
}
