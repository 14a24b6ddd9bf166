using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>How much of a report its table form prints. What it leaves out is said.</summary>
/// <param name="Sections">Names of the parts to print; empty for all.</param>
/// <param name="Rows">Rows of a part; null for as many as it has by itself.</param>
/// <param name="IsSummary">Only what the report comes to, and its counts.</param>
public sealed record TableView(ValueList<string> Sections, int? Rows, bool IsSummary)
{
    /// <summary>Prints everything.</summary>
    public static TableView Whole { get; } = new([], null, IsSummary: false);
}
