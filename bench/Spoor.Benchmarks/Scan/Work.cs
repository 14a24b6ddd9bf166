namespace Spoor.Benchmarks.Scan;

/// <summary>One thing to measure.</summary>
/// <param name="Name">The row's title.</param>
/// <param name="Engine">Who does it.</param>
/// <param name="Question">Works with the same question must give the same answer; it is also what ratios compare.</param>
/// <param name="Run">Does it, and gives the answer.</param>
internal sealed record Work(string Name, string Engine, string Question, Func<Task<Answer>> Run)
{
    /// <summary>Too slow to be worth repeating.</summary>
    public bool RunsOnce { get; init; }

    /// <summary>Done before each run and not measured.</summary>
    public Action Prepare { get; init; } = static () => { };

    /// <summary>Done after each run and not measured.</summary>
    public Action CleanUp { get; init; } = static () => { };

    /// <summary>Runs in a process of its own, whose processor time is not known here.</summary>
    public bool IsProcess { get; init; }
}

/// <summary>An answer in a form that engines can be compared by: rows sorted and joined, or a number of rows.</summary>
internal sealed record Answer(string Text);
