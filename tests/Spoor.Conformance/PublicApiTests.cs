using System.Reflection;
using Spoor.Testing;
using Xunit;

namespace Spoor.Conformance;

/// <summary>What a library offers is what <c>PublicApi/NAME.txt</c> says: nothing becomes public, or changes for others, unseen. <c>UPDATE_GOLDEN=1</c> writes the files.</summary>
public sealed class PublicApiTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Spoor.Conformance", "PublicApi");

    public static TheoryData<string> Libraries() => new(Directory.EnumerateDirectories(Path.Combine(Repository.Root, "src")).Select(folder => Path.GetFileName(folder)).Where(name => name != "Spoor.Cli"));

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_library_offers_what_was_approved(string library)
    {
        var offered = PublicApi.Of(Assembly.Load(library));
        var file = Path.Combine(Folder, $"{library}.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllLines(file, offered);
        }

        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        var differences = offered.Except(approved).Select(line => $"+ {line}").Concat(approved.Except(offered).Select(line => $"- {line}")).ToList();
        Assert.True(differences.Count == 0 && approved.SequenceEqual(offered), $"{library} offers other things than PublicApi/{library}.txt says. Make them internal, or approve them: UPDATE_GOLDEN=1.\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void Every_file_is_a_librarys() =>
        Assert.Equal(Libraries().Select(row => row.Data).Order(StringComparer.Ordinal), Directory.EnumerateFiles(Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));
}
