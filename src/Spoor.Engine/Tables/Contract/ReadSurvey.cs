using System.Globalization;
using Spoor.Core.Collections;

namespace Spoor.Engine.Tables.Contract;

/// <summary>What a table would read, found out by listing alone.</summary>
/// <param name="Objects">Objects found.</param>
/// <param name="Bytes">Their sizes as stored, summed.</param>
/// <param name="FirstDay">The earliest day, UTC, that a key of CloudTrail's form names; null when none does.</param>
/// <param name="LastDay">The latest.</param>
/// <param name="IsWhole">Whether the listing came to its end; else there may be more.</param>
public sealed record ReadSurvey(long Objects, long Bytes, DateOnly? FirstDay, DateOnly? LastDay, bool IsWhole)
{
    /// <summary>What lies elsewhere, when nothing was found.</summary>
    public ValueList<string> Hints { get; init; } = [];

    /// <summary>The same with one object more.</summary>
    internal ReadSurvey With(long size, DateOnly? day) => this with
    {
        Objects = Objects + 1,
        Bytes = Bytes + size,
        FirstDay = day is null || day > FirstDay ? FirstDay : day,
        LastDay = day is null || day < LastDay ? LastDay : day,
    };

    /// <summary>The days: <c>2021-07-28 to 2021-08-02</c>; empty when no key names one.</summary>
    public string Days() => FirstDay is not { } first || LastDay is not { } last ? ""
        : first == last ? Day(first) : $"{Day(first)} to {Day(last)}";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
