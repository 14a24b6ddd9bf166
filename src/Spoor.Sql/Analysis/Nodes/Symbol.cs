using Spoor.Core.Types;

namespace Spoor.Sql.Analysis.Nodes;

/// <summary>One column of one relation in a typed query. The id is unique in the statement, so scopes need no names.</summary>
/// <param name="Id">From 0, in order of creation.</param>
/// <param name="Name">The column's own name, for readers of plans; empty when it has none.</param>
/// <param name="Type">Its type.</param>
public sealed record Symbol(int Id, string Name, SqlType Type);
