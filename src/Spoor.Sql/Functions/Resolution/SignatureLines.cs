namespace Spoor.Sql.Functions.Resolution;

/// <summary>Takes a family's text apart into its signatures.</summary>
internal static class SignatureLines
{
    /// <summary>One signature a line; blank lines and those that start with <c>#</c> are left out.</summary>
    public static IEnumerable<string> Of(string signatures) => signatures
        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#');

    /// <summary>The name before the parenthesis.</summary>
    public static string NameOf(string line) => line[..line.IndexOf('(', StringComparison.Ordinal)];
}
