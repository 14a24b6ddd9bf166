namespace Spoor.Audit.Logs;

/// <summary>A window that was asked for.</summary>
/// <param name="From">Its first instant; null for no beginning.</param>
/// <param name="To">First instant behind it; null for no end.</param>
/// <param name="Words">The words that it was read from, where they mean something else tomorrow: <c>last 48h</c>; null where it was given by dates and times alone.</param>
public sealed record AskedWindow(DateTimeOffset? From, DateTimeOffset? To, string? Words);
