using System.Globalization;
using DuckDB.NET.Data;
using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Native;

namespace Spoor.Engine.Tests.Executors.DuckDb.Functions;

/// <summary>A DuckDB in memory that knows our functions.</summary>
internal sealed class FunctionDatabase : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");

    public FunctionDatabase()
    {
        _connection.Open();
        foreach (var function in FunctionPrinter.Native())
        {
            ScalarFunctionRegistration.Register(_connection.NativeConnection.DangerousGetHandle(), function);
        }
    }

    /// <summary>The one value of a query as text; null for NULL.</summary>
    public string? Query(string expression)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT CAST({expression} AS VARCHAR)";
        return command.ExecuteScalar() is { } value and not DBNull ? Convert.ToString(value, CultureInfo.InvariantCulture) : null;
    }

    public void Dispose() => _connection.Dispose();
}
