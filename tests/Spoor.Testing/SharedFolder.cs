using Xunit;

namespace Spoor.Testing;

/// <summary>The folder <c>shared</c> beside the checkout: real CloudTrail objects, published statements, conformance cases. Not part of the repository.</summary>
public static class SharedFolder
{
    /// <summary>The path of <paramref name="relative"/> below it, or a skipped test where it does not exist.</summary>
    public static string Require(string relative)
    {
        var path = Path.Combine(Repository.Root, "..", "shared", relative);
        Assert.SkipUnless(Path.Exists(path), $"skipped: ../shared/{relative} does not exist beside the checkout");
        return Path.GetFullPath(path);
    }
}

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds <c>Spoor.slnx</c>.</summary>
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Spoor.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("Spoor.slnx is in no folder above the test assembly.");
    }
}
