namespace Spoor.Benchmarks.Scan;

/// <summary>What is asked of every engine.</summary>
internal static class Questions
{
    public const string Count = "count(*)";
    public const string Role = "role query of the article";
    public const string Group = "GROUP BY eventname";
    public const string WideGroup = "GROUP BY 4 columns";
    public const string Everything = "SELECT * to CSV";
    public const string Few = "LIMIT 10";
}
