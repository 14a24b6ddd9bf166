using System.Globalization;
using DuckDB.NET.Data;

namespace Spoor.Benchmarks.Scan;

/// <summary>DuckDB's own <c>read_json</c> in this process.</summary>
internal sealed class DuckDbWorks : IDisposable
{
    /// <summary>The engine's name in the results.</summary>
    public const string Name = "DuckDB read_json";

    /// <summary>The same without declared fields.</summary>
    public const string UndeclaredName = "DuckDB read_json, fields not declared";

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly CopyTarget _copy = new();
    private readonly Trail _trail;
    private readonly DuckDbStatements _statements;

    public DuckDbWorks(Trail trail, int threads)
    {
        _trail = trail;
        _statements = new DuckDbStatements(trail);
        _connection.Open();
        Execute($"SET threads = {threads}");
        Execute("SET preserve_insertion_order = false");
    }

    /// <summary>All questions; of large objects, for which it takes minutes, one.</summary>
    public IEnumerable<Work> All() => new[]
    {
        Ask(Questions.Count, Name, _statements.Count),
        Ask(Questions.Role, Name, _statements.Role),
        Ask(Questions.Group, Name, _statements.Group),
        Ask(Questions.Group, UndeclaredName, _statements.UndeclaredGroup),
        Ask(Questions.WideGroup, Name, _statements.WideGroup),
        new(Questions.Everything, Name, Questions.Everything, () => Task.FromResult(Copy())) { CleanUp = _copy.Delete },
    }.Where(work => !_trail.Shape.IsLarge || (work.Engine == Name && work.Question == Questions.Group));

    public void Dispose()
    {
        _connection.Dispose();
        _copy.Dispose();
    }

    private Work Ask(string question, string engine, string sql) =>
        new(question, engine, question, () => Task.FromResult(Answers.Of(Query(sql)))) { RunsOnce = _trail.Shape.IsLarge };

    private Answer Copy() => new($"{Execute($"COPY ({_statements.Everything}) TO '{_copy.Path}' (FORMAT csv, HEADER)")} rows");

    private int Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    private List<string> Query(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture))));
        }

        return rows;
    }
}
