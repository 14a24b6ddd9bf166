using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Spoor.Benchmarks.Scan;

/// <summary>Another trail in which the role occurs in one of so many objects only; in the others it has another name of the same length.</summary>
internal sealed record RareRoleShape(string Name, int OneOf, TrailShape Source) : TrailShape(Name)
{
    public override string Title => string.Create(CultureInfo.InvariantCulture, $"{Name}: as {Source.Name}, the role in 1 of {OneOf} objects");

    public override bool AsksOnlyForRole => true;

    protected override string FolderName => string.Create(CultureInfo.InvariantCulture, $"trail-role-in-1-of-{OneOf}");

    protected override void Write(string folder, string dataFolder)
    {
        var source = Source.Make(dataFolder);
        for (var i = 0; i < source.Logs.Count; i++)
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(source.Folder, source.Logs[i]));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!); // A file in a folder has one.
            if (i % OneOf == 0)
            {
                File.Copy(source.Logs[i], copy);
            }
            else
            {
                Rename(source.Logs[i], copy);
            }
        }
    }

    private static void Rename(string log, string copy)
    {
        using var data = new GZipStream(File.OpenRead(log), CompressionMode.Decompress);
        using var text = new StreamReader(data, Encoding.UTF8);
        using var gzip = new GZipStream(File.Create(copy), CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(text.ReadToEnd().Replace(Role, Role.Replace("Guest", "Other", StringComparison.Ordinal), StringComparison.Ordinal)));
    }
}
