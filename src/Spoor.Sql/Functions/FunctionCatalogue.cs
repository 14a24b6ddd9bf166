using System.Collections.Concurrent;
using System.Diagnostics;
using Spoor.Core.Collections;
using Spoor.Sql.Functions.Resolution;
using Spoor.Sql.Functions.Signatures;

namespace Spoor.Sql.Functions;

/// <summary>All functions by name. Signatures are kept as text and parsed when their function is first called.</summary>
internal static class FunctionCatalogue
{
    private static readonly Lazy<Dictionary<string, Entry>> s_entries = new(Index);
    private static readonly ConcurrentDictionary<string, ValueList<FunctionDeclaration>> s_overloads = new();

    private static readonly (FunctionKind Kind, string Signatures)[] s_families =
    [
        (FunctionKind.Scalar, StringFunctions.Signatures),
        (FunctionKind.Scalar, RegexpFunctions.Signatures),
        (FunctionKind.Scalar, JsonFunctions.Signatures),
        (FunctionKind.Scalar, DateTimeFunctions.Signatures),
        (FunctionKind.Scalar, ConversionFunctions.Signatures),
        (FunctionKind.Scalar, MathFunctions.Signatures),
        (FunctionKind.Scalar, BitwiseFunctions.Signatures),
        (FunctionKind.Scalar, BinaryFunctions.Signatures),
        (FunctionKind.Scalar, ArrayFunctions.Signatures),
        (FunctionKind.Scalar, MapFunctions.Signatures),
        (FunctionKind.Scalar, UrlFunctions.Signatures),
        (FunctionKind.Scalar, TeradataFunctions.Signatures),
        (FunctionKind.Scalar, ColorFunctions.Signatures),
        (FunctionKind.Scalar, HyperLogLogFunctions.Signatures),
        (FunctionKind.Scalar, SystemFunctions.Signatures),
        (FunctionKind.Aggregate, AggregateFunctions.Signatures),
        (FunctionKind.Window, WindowFunctions.Signatures),
    ];

    /// <summary>Names of all functions, lower-case.</summary>
    public static IReadOnlyCollection<string> Names => s_entries.Value.Keys;

    /// <summary>The kind of the function; null when there is none of that lower-case name.</summary>
    public static FunctionKind? KindOf(string name) => s_entries.Value.TryGetValue(name, out var entry) ? entry.Kind : null;

    /// <summary>The function's overloads in order of declaration; empty when there is none of that lower-case name.</summary>
    public static ValueList<FunctionDeclaration> Overloads(string name) => s_entries.Value.TryGetValue(name, out var entry)
        ? s_overloads.GetOrAdd(name, static (_, lines) => lines.Select(SignatureParser.Parse).ToValueList(), entry.Lines)
        : [];

    private static Dictionary<string, Entry> Index()
    {
        var entries = new Dictionary<string, Entry>();
        foreach (var (kind, signatures) in s_families)
        {
            foreach (var line in SignatureLines.Of(signatures))
            {
                var name = SignatureLines.NameOf(line);
                if (!entries.TryGetValue(name, out var entry))
                {
                    entries.Add(name, entry = new Entry(kind, []));
                }

                Debug.Assert(entry.Kind == kind, $"{name} is of two kinds.");
                entry.Lines.Add(line);
            }
        }

        return entries;
    }

    private sealed record Entry(FunctionKind Kind, List<string> Lines);
}
