using Spoor.Samples.Records;

namespace Spoor.Samples.Scenarios;

/// <summary>A record and how it is delivered.</summary>
/// <param name="Event">The record.</param>
/// <param name="Delay">How long after its time it is delivered; objects hold half a day.</param>
/// <param name="Deliveries">How many times it is delivered, each time in another object.</param>
internal sealed record PlannedRecord(SampleEvent Event, TimeSpan Delay = default, int Deliveries = 1);
