using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Nodes;

namespace Spoor.Audit.Declaring;

/// <summary>A table that fits a tree, and what was found there.</summary>
/// <param name="Statement">Its DDL, as Athena takes it.</param>
/// <param name="Objects">Objects that it reads now.</param>
/// <param name="Accounts">Accounts found, in order.</param>
/// <param name="Regions">Regions found, in order.</param>
/// <param name="FirstDay">The first day's folder.</param>
public sealed record DeclaredTable(CreateTable Statement, long Objects, ValueList<string> Accounts, ValueList<string> Regions, DateOnly FirstDay)
{
    /// <summary>The table's name.</summary>
    public string Name => Statement.Name.Parts[^1].Value;
}
