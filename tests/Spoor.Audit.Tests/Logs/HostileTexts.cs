using CsCheck;

namespace Spoor.Audit.Tests.Logs;

/// <summary>Texts that try to be more than texts.</summary>
internal static class HostileTexts
{
    private static readonly string[] s_pieces =
    [
        "{pool}", "{role}", "{id}", "{from}", "{condition}", "{previous}", "{depth}", "{masked useragent}", "{in the window eventtime}", "{one_by_one}", "{", "}", "{0}", "{1}",
        "'", "''", "\"", "x' OR 1=1 --", "') UNION SELECT 1 --", "--", "/*", "*/", "\\", "\n", "\r", ";", "$1", "$$", "?", "\0", "\ud83d", "\ude00", "\ud83d\ude00", "é", "a", " ",
    ];

    /// <summary>Any text, most of pieces that mean something somewhere.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (4, Gen.Int[0, s_pieces.Length - 1].Select(index => s_pieces[index]).List[0, 5].Select(string.Concat)),
        (1, Gen.Char['\0', '\uffff'].Array[0, 8].Select(letters => new string(letters))));
}
