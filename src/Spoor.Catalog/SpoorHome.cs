namespace Spoor.Catalog;

/// <summary>The folder in which Spoor keeps what outlives a command.</summary>
public static class SpoorHome
{
    /// <summary>The environment variable that names it.</summary>
    public const string Variable = "SPOOR_HOME";

    /// <summary>The option's folder, else that of the environment variable, else <c>spoor</c> in the platform's data folder; absolute, perhaps not there yet.</summary>
    /// <param name="homeOption">Value of <c>--home</c>; null when not given.</param>
    public static string Resolve(string? homeOption) => Resolve(
        homeOption,
        Environment.GetEnvironmentVariable(Variable),
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify));

    internal static string Resolve(string? homeOption, string? variable, string dataFolder) =>
        !string.IsNullOrEmpty(homeOption) ? Path.GetFullPath(homeOption)
        : !string.IsNullOrEmpty(variable) ? Path.GetFullPath(variable)
        : Path.GetFullPath(Path.Combine(dataFolder.Length == 0 ? "." : dataFolder, "spoor"));
}
