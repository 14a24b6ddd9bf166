using DuckDB.NET.Data;
using Xunit;

namespace Spoor.Engine.Tests.DuckDb.Functions;

public sealed class Probe
{
    [Fact]
    public void Run()
    {
        using var database = new FunctionDatabase();
        foreach (var line in File.ReadLines("/tmp/fx/probe.sql"))
        {
            string? text;
            try
            {
                text = database.Query(line);
            }
            catch (DuckDBException error)
            {
                text = $"!! {error.Message}";
            }

            Console.WriteLine($"{line}  =>  {text ?? "NULL"}");
        }
    }
}
