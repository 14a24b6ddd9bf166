using Spoor.Engine.DuckDb.Functions;
using Spoor.Engine.DuckDb.Native;

namespace Spoor.Engine.DuckDb;

/// <summary>The C# functions of one database, each made known to it before the first statement that names it: all of them at once take longer than a short query.</summary>
internal sealed class NativeFunctions
{
    private const string Prefix = "spoor_";

    private static readonly Lazy<Dictionary<string, ScalarFunction>> s_byName = new(() => FunctionPrinter.Native().ToDictionary(function => function.Name, StringComparer.Ordinal));

    private readonly HashSet<string> _registered = new(StringComparer.Ordinal) { ScanTableFunction.Name };
    private readonly Lock _lock = new();

    /// <summary>Registers what the statement names and the database does not know yet.</summary>
    /// <param name="connection">A <c>duckdb_connection</c> that runs nothing.</param>
    /// <param name="sql">DuckDB SQL. A name within a literal counts too, which does no harm.</param>
    public void Register(nint connection, string sql)
    {
        for (var at = sql.IndexOf(Prefix, StringComparison.Ordinal); at >= 0; at = sql.IndexOf(Prefix, at + Prefix.Length, StringComparison.Ordinal))
        {
            var end = at + Prefix.Length;
            while (end < sql.Length && (char.IsAsciiLetterOrDigit(sql[end]) || sql[end] == '_'))
            {
                end++;
            }

            Register(connection, sql.AsSpan(at, end - at));
        }
    }

    private void Register(nint connection, ReadOnlySpan<char> name)
    {
        lock (_lock)
        {
            if (!_registered.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name)
                && s_byName.Value.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var function))
            {
                ScalarFunctionRegistration.Register(connection, function);
                _registered.Add(function.Name);
            }
        }
    }
}
