namespace Spoor.Audit.Findings;

/// <summary>Severities by name.</summary>
public static class FindingSeverities
{
    /// <summary>All names, most severe first: <c>critical, high, medium, low, info</c>.</summary>
    public static string Names { get; } = string.Join(", ", Enum.GetValues<FindingSeverity>().Reverse().Select(Name));

    /// <summary>The name as rules and reports write it.</summary>
    public static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();

    /// <summary>Reads a name as rules write it.</summary>
    public static bool TryParse(string name, out FindingSeverity severity) => Enum.TryParse(name, ignoreCase: true, out severity) && Name(severity) == name;
}
