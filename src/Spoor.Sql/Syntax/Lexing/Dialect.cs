namespace Spoor.Sql.Syntax.Lexing;

/// <summary>Athena's two languages.</summary>
internal enum Dialect
{
    /// <summary>Queries: Trino's lexical rules.</summary>
    Trino,

    /// <summary>DDL and utility statements: Hive's.</summary>
    Hive,
}
