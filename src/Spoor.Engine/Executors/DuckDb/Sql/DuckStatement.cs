namespace Spoor.Engine.Executors.DuckDb.Sql;

/// <summary>SQL for DuckDB to run.</summary>
/// <param name="Text">What is sent.</param>
/// <param name="Functions">Names of the C# functions that it calls.</param>
internal sealed record DuckStatement(string Text, IReadOnlyCollection<string> Functions)
{
    /// <summary>The statement that makes a table of this query's rows.</summary>
    public DuckStatement IntoTable(string table, IEnumerable<string> columns) => this with { Text = $"CREATE TABLE {DuckWriter.Name(table)}({string.Join(", ", columns.Select(DuckWriter.Name))}) AS {Text}" };
}
