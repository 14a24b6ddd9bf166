namespace Spoor.Samples.Scenarios;

/// <summary>One story that identity pools leave in logs.</summary>
/// <param name="Name">Its name; what ends in <c>_benign</c> is the false alarm that resembles the scenario of that name without the suffix.</param>
/// <param name="Meaning">What happens in it, in a sentence.</param>
/// <param name="Play">Makes its records and says what is true of them.</param>
internal sealed record Scenario(string Name, string Meaning, Action<ScenarioStage> Play);
