using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Lexing;

namespace Spoor.Sql.Syntax.Printing;

/// <summary>A statement or a piece of one. It is made of literals of this program and of values that become literals on the way in, so nothing that a value says is ever read as SQL.</summary>
/// <remarks>It is written as an interpolated string: <c>SqlFragment condition = $"pool = {pool}"</c> holds the pool's name in quotes; a hole that is a fragment stays as it is.</remarks>
[InterpolatedStringHandler]
public sealed class SqlFragment
{
    private readonly StringBuilder _sql;

    /// <summary>For the compiler.</summary>
    public SqlFragment(int literalLength, int formattedCount) => _sql = new StringBuilder(literalLength + (16 * formattedCount));

    private SqlFragment(string sql) => _sql = new StringBuilder(sql);

    /// <summary>The interpolated string as a fragment, where the compiler would make it a text.</summary>
    public static SqlFragment Of(SqlFragment sql) => sql;

    /// <summary>SQL that was written as such, as a file of statements or a user's rule. Never a value.</summary>
    public static SqlFragment Written(string sql) => new(sql);

    /// <summary>A name, in quotes where it needs them.</summary>
    public static SqlFragment Name(string name) => new(SqlQuoting.Name(new Nodes.Identifier(name, false, default), Dialect.Trino));

    /// <summary>The parts with a text of this program between them.</summary>
    public static SqlFragment Join(string separator, IEnumerable<SqlFragment> parts) => new(string.Join(separator, parts));

    /// <summary>For the compiler: what stands outside the holes.</summary>
    public void AppendLiteral(string sql) => _sql.Append(sql);

    /// <summary>A piece of SQL as it is.</summary>
    public void AppendFormatted(SqlFragment sql) => _sql.Append(sql._sql);

    /// <summary>A text as a literal; null as a null text.</summary>
    public void AppendFormatted(string? text) => _sql.Append(text is null ? "CAST(NULL AS varchar)" : SqlLiteral.Text(text));

    /// <summary>A whole number.</summary>
    public void AppendFormatted(long number) => _sql.Append(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>The SQL.</summary>
    public override string ToString() => _sql.ToString();
}
