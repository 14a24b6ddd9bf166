using System.Globalization;
using Spoor.CloudTrail.Samples;

namespace Spoor.Benchmarks.Scan;

/// <summary>A trail to measure on: so many records in so many objects, made from a fixed seed.</summary>
internal sealed record TrailShape(string Name, int Objects, int RecordsPerObject)
{
    /// <summary>A guest role of the sample: about one record in 600 is a call with its credentials.</summary>
    public const string Role = "arn:aws:iam::111122223333:role/app/ShopGuestRole";

    private const int Seed = 1;
    private const int Days = 7;

    /// <summary>What the shape is, for people.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Objects:N0} objects x {RecordsPerObject:N0} records");

    /// <summary>The trail, made unless it is there.</summary>
    public Trail Make(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, string.Create(CultureInfo.InvariantCulture, $"trail-{Seed}-{Objects}x{RecordsPerObject}"));
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"making {Title} in {folder}");
            var unfinished = folder + ".unfinished";
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            SampleTrail.Write(unfinished, new SampleOptions(Seed, Objects * RecordsPerObject, Days, Objects), CancellationToken.None);
            Directory.Move(unfinished, folder);
        }

        return new Trail(this, folder);
    }
}
