using System.Text.Json;
using Spoor.Samples.Scenarios;
using Xunit;

namespace Spoor.Samples.Tests.Trail;

/// <summary>A trail of all scenarios, made once, with its records by event id.</summary>
public sealed class AllScenarios : IDisposable
{
    internal const int Seed = 11;

    public AllScenarios()
    {
        ScenarioTrail.Write(Folder, new ScenarioOptions([], Seed), TestContext.Current.CancellationToken);
        Records = SampleReader.Records(Folder).DistinctBy(record => record.Text("eventID")).ToDictionary(record => record.Text("eventID") ?? "");
        Truth = SampleReader.GroundTruth(Folder);
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("spoor-scenarios-").FullName;

    internal Dictionary<string, JsonElement> Records { get; }

    internal JsonElement Truth { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
