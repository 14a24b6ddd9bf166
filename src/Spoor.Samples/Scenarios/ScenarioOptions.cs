using Spoor.Core.Collections;

namespace Spoor.Samples.Scenarios;

/// <summary>What trail of scenarios to make. The same options give the same records, byte for byte.</summary>
/// <param name="Names">Names of the scenarios; none for all.</param>
/// <param name="Seed">Start of every pseudo-random choice.</param>
/// <param name="Noise">Ordinary records among the scenarios' own. A few are always there, so that no day is without delivery.</param>
public sealed record ScenarioOptions(ValueList<string> Names, int Seed = 1, int Noise = 0);
