namespace Spoor.Samples.Trail;

/// <summary>What <see cref="SampleTrail.Write"/> has written.</summary>
/// <param name="Events">Distinct records of the trail.</param>
/// <param name="Duplicates">Records delivered a second time.</param>
/// <param name="Objects">Objects of the trail, without digests, insights and aggregates.</param>
/// <param name="BytesDecompressed">Length of the trail's JSON.</param>
/// <param name="BytesWritten">Length of the trail's objects.</param>
public sealed record SampleSummary(int Events, int Duplicates, int Objects, long BytesDecompressed, long BytesWritten);
