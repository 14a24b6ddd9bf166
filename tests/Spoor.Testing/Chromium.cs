namespace Spoor.Testing;

/// <summary>The browser for tests of pages: Chromium or Chrome, where it is installed.</summary>
public static class Chromium
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

    /// <summary>Its program: that of <c>SPOOR_CHROMIUM</c>, else the first on the path; null where there is none.</summary>
    public static string? Program => Environment.GetEnvironmentVariable("SPOOR_CHROMIUM") ??
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => s_names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
