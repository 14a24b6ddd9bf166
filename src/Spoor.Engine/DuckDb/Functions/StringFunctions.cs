using System.Text;
using Spoor.Engine.DuckDb.Native;
using Spoor.Sql;
using static Spoor.Engine.DuckDb.Functions.FunctionExecution;

namespace Spoor.Engine.DuckDb.Functions;

/// <summary>String functions.</summary>
internal static class StringFunctions
{
    internal static IEnumerable<FunctionExecution> All { get; } =
    [
        Expression("lower", "lower({0})"),
    ];
}
