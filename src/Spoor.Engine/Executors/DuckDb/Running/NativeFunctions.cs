using Spoor.Engine.Executors.DuckDb.Functions;
using Spoor.Engine.Executors.DuckDb.Native;

namespace Spoor.Engine.Executors.DuckDb.Running;

/// <summary>The C# functions of one database, each made known to it before the first statement that names it: all of them at once take longer than a short query.</summary>
internal sealed class NativeFunctions
{
    private static readonly Lazy<Dictionary<string, ScalarFunction>> s_byName = new(() => FunctionPrinter.Native().ToDictionary(function => function.Name, StringComparer.Ordinal));

    private readonly HashSet<string> _registered = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>Registers what a statement calls and the database does not know yet.</summary>
    /// <param name="connection">A <c>duckdb_connection</c> that runs nothing.</param>
    /// <param name="names">Names of C# functions.</param>
    public void Register(nint connection, IReadOnlyCollection<string> names)
    {
        foreach (var name in names)
        {
            Register(connection, name);
        }
    }

    private void Register(nint connection, string name)
    {
        lock (_lock)
        {
            if (!_registered.Contains(name))
            {
                ScalarFunctionRegistration.Register(connection, s_byName.Value[name]);
                _registered.Add(name);
            }
        }
    }
}
