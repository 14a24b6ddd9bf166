using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Spoor.Engine.Tests.FunctionCases;

/// <summary>A case of Trino's tests or an example of its documentation.</summary>
/// <param name="Key">Its place in Trino's sources; where a place has several, also the first eight digits of its statement's SHA-256.</param>
/// <param name="Content">What the file says of it.</param>
internal sealed record TrinoCase(string Key, JsonElement Content)
{
    /// <summary>The statement.</summary>
    public string Sql => Content.GetProperty("sql").GetString()!; // Every case has one.

    private string Source => Content.GetProperty("source").GetString()!; // As above.

    // Some need tables, or were compared with what another database answered; of the documentation's, only single values can be compared.
    private bool HasAnswer =>
        !Content.TryGetProperty("needs", out _) && !Content.TryGetProperty("expected_h2_sql", out _) && !Content.TryGetProperty("nondeterministic", out _)
        && (!Content.TryGetProperty("kind", out var kind) || kind.ValueEquals("scalar"))
        && !(Content.TryGetProperty("expected", out var expected) && expected.ValueKind == JsonValueKind.String && expected.ValueEquals("same query on H2 over TPC-H tiny"));

    /// <summary>The cases of a file that say what must come of them, in order.</summary>
    public static IReadOnlyList<TrinoCase> ReadAll(string path)
    {
        var cases = File.ReadLines(path).Select(line => new TrinoCase("", JsonElement.Parse(line))).ToList();
        var counts = cases.CountBy(one => one.Source).ToDictionary();
        return [.. cases.Where(one => one.HasAnswer).Select(one => one with { Key = counts[one.Source] == 1 ? one.Source : $"{one.Source}#{Digits(one.Sql)}" })];
    }

    private static string Digits(string sql) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)))[..8];
}
