namespace Spoor.Benchmarks.Scan;

/// <summary>The same statements in DuckDB's other builds, where they are installed: its command line, and its package for Node. Their start is a part of the time.</summary>
internal static class DuckDbProcessWorks
{
    private const string CommandLine = "DuckDB CLI, read_json";
    private const string Node = "@duckdb/node-api, read_json";

    // Prints rows as the command line does with -list.
    private const string NodeScript = """
        const { DuckDBInstance } = require('@duckdb/node-api');
        (async () => {
          const instance = await DuckDBInstance.create(':memory:', { threads: process.argv[1] });
          const connection = await instance.connect();
          await connection.run('SET preserve_insertion_order = false');
          const reader = await connection.runAndReadAll(process.argv[2]);
          console.log(reader.getRows().map(row => row.map(value => value ?? '').join('|')).join('\n'));
        })();
        """;

    /// <summary>The role query and the grouping of every build that is there.</summary>
    public static IEnumerable<Work> All(Trail trail, int threads)
    {
        if (trail.Shape.IsLarge)
        {
            yield break; // Minutes for each, and nothing new.
        }

        var statements = new DuckDbStatements(trail);
        (string Question, string Sql)[] questions = [(Questions.Role, statements.Role), (Questions.Group, statements.Group)];
        if (Programs.IsInstalled("duckdb"))
        {
            foreach (var (question, sql) in questions)
            {
                yield return Ask(question, CommandLine, "duckdb", "-list", "-noheader", "-nullvalue", "", "-c", $"SET threads = {threads}; SET preserve_insertion_order = false; {sql}");
            }
        }

        if (Programs.IsInstalled("node") && Programs.Succeeds("node", "-e", "require.resolve('@duckdb/node-api')"))
        {
            foreach (var (question, sql) in questions)
            {
                yield return Ask(question, Node, "node", "-e", NodeScript, $"{threads}", sql);
            }
        }
    }

    private static Work Ask(string question, string engine, string program, params string[] arguments) =>
        new(question, engine, question, async () => Answers.Of([.. (await Programs.RunAsync(program, arguments)).Split('\n', StringSplitOptions.RemoveEmptyEntries)]))
        {
            IsProcess = true,
        };
}
