using Spoor.Core.Errors;

namespace Spoor.Samples.Trail;

/// <summary>What trail to make. The same options give the same records, byte for byte.</summary>
/// <param name="Seed">Start of every pseudo-random choice.</param>
/// <param name="Events">Distinct records in the trail; repeated deliveries, insights, aggregates and digests come on top. At least <see cref="MinimumEvents"/>.</param>
/// <param name="Days">Days that the trail spans, 1 to 3,650.</param>
/// <param name="Objects">Number of objects of the trail; 0 for about one per 40 records.</param>
/// <param name="Start">First instant of the trail, UTC; null for 2025-03-03.</param>
public sealed record SampleOptions(int Seed, int Events, int Days, int Objects = 0, DateTimeOffset? Start = null)
{
    /// <summary>Fewer records cannot hold every Cognito shape and some noise around it.</summary>
    public const int MinimumEvents = 1000;

    internal DateTimeOffset FirstInstant => Start?.ToUniversalTime() ?? new DateTimeOffset(2025, 3, 3, 0, 0, 0, TimeSpan.Zero);

    internal int ObjectCount => Objects == 0 ? Math.Max(Events / 40, 5) : Objects;

    internal void Check()
    {
        if (Events < MinimumEvents)
        {
            throw Invalid($"A sample of {Events} events is too small", $"Ask for at least {MinimumEvents} events: the Cognito records alone are some hundreds.");
        }

        if (Days is < 1 or > 3650)
        {
            throw Invalid($"A sample cannot span {Days} days", "Ask for 1 to 3650 days.");
        }

        if (Objects < 0)
        {
            throw Invalid($"A sample cannot have {Objects} objects", "Ask for 1 or more objects, or 0 for one per 40 records.");
        }
    }

    private static QueryException Invalid(string message, string hint) => new(ErrorCode.InvalidArguments, null, message, hint);
}
