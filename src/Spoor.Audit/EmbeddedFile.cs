using System.Diagnostics;

namespace Spoor.Audit;

/// <summary>Files that lie beside the code and are embedded with it.</summary>
internal static class EmbeddedFile
{
    /// <summary>Names of the files in a folder beside a type.</summary>
    public static IEnumerable<string> NamesIn(Type owner, string folder)
    {
        var prefix = $"{owner.Namespace}.{folder.Replace('/', '.')}.";
        return owner.Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);
    }

    /// <summary>The text of a file.</summary>
    /// <param name="owner">A type whose folder the name begins in.</param>
    /// <param name="name">The file from there on: <c>Queries/records.sql</c>.</param>
    public static string Read(Type owner, string name)
    {
        using var stream = owner.Assembly.GetManifestResourceStream($"{owner.Namespace}.{name.Replace('/', '.')}") ?? throw new UnreachableException($"{name} beside {owner.Name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
