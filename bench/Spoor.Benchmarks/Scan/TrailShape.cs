using System.Globalization;
using Spoor.Samples.Trail;

namespace Spoor.Benchmarks.Scan;

/// <summary>A trail to measure on, made once and found again by the next run.</summary>
internal abstract record TrailShape(string Name)
{
    /// <summary>A guest role of the sample: about one record in 600 is a call with its credentials.</summary>
    public const string Role = "arn:aws:iam::111122223333:role/app/ShopGuestRole";

    /// <summary>What the shape is, for people.</summary>
    public abstract string Title { get; }

    /// <summary>So much data that what is slow is only asked once, and less.</summary>
    public virtual bool IsLarge => false;

    /// <summary>Whether nothing but the role query tells anything new.</summary>
    public virtual bool AsksOnlyForRole => false;

    /// <summary>The name of its folder.</summary>
    protected abstract string FolderName { get; }

    /// <summary>The trail, made unless it is there.</summary>
    public Trail Make(string dataFolder)
    {
        var folder = Path.Combine(dataFolder, FolderName);
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"making {Title} in {folder}");
            var unfinished = folder + ".unfinished";
            if (Directory.Exists(unfinished))
            {
                Directory.Delete(unfinished, recursive: true);
            }

            Write(unfinished, dataFolder);
            Directory.Move(unfinished, folder);
        }

        return new Trail(this, folder);
    }

    /// <summary>Writes the objects.</summary>
    protected abstract void Write(string folder, string dataFolder);
}

/// <summary>So many records in so many objects, made from a fixed seed.</summary>
internal sealed record SampleShape(string Name, int Objects, int RecordsPerObject) : TrailShape(Name)
{
    private const int Seed = 1;
    private const int Days = 7;

    public override string Title => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Objects:N0} objects x {RecordsPerObject:N0} records");

    protected override string FolderName => string.Create(CultureInfo.InvariantCulture, $"trail-{Seed}-{Objects}x{RecordsPerObject}");

    protected override void Write(string folder, string dataFolder) =>
        SampleTrail.Write(folder, new SampleOptions(Seed, Objects * RecordsPerObject, Days, Objects), CancellationToken.None);
}
