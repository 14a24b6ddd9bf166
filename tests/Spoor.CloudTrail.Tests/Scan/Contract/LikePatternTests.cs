using System.Text;
using Spoor.CloudTrail.Scan.Contract;
using Xunit;

namespace Spoor.CloudTrail.Tests.Scan.Contract;

/// <summary>LIKE as in Trino: https://trino.io/docs/current/functions/comparison.html#pattern-comparison-like</summary>
public class LikePatternTests
{
    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "ab", false)]
    [InlineData("a%", "abc", true)]
    [InlineData("%c", "abcc", true)]
    [InlineData("%b%", "abc", true)]
    [InlineData("%b%", "aca", false)]
    [InlineData("a%b%c", "aXbbYc", true)]
    [InlineData("a%b%c", "aXcYb", false)]
    [InlineData("%ab", "aab", true)]
    [InlineData("_", "é", true)]
    [InlineData("_", "𝄞", true)]
    [InlineData("__", "𝄞", false)]
    [InlineData("_b%_", "abcd", true)]
    [InlineData("_b%_", "ab", false)]
    [InlineData("%_%", "", false)]
    [InlineData("%", "", true)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    [InlineData("a%", "a\nb", true)]
    [InlineData("%aab", "aaaab", true)]
    [InlineData("%a_b%c", "aaabaXbYc", true)]
    public void Patterns_match_whole_texts(string pattern, string text, bool expected) => Assert.Equal(expected, Matches(pattern, null, text));

    [Theory]
    [InlineData(@"a\%b", "a%b", true)]
    [InlineData(@"a\%b", "axb", false)]
    [InlineData(@"\_\\", @"_\", true)]
    public void The_escape_character_takes_the_meaning_of_what_follows(string pattern, string text, bool expected) => Assert.Equal(expected, Matches(pattern, @"\", text));

    [Theory]
    [InlineData(@"a\", @"\")]
    [InlineData(@"a\b", @"\")]
    [InlineData("a", "")]
    [InlineData("a", "ab")]
    public void A_pattern_that_Trino_refuses_is_none(string pattern, string escape) => Assert.Null(LikePattern.TryParse(pattern, escape));

    [Theory]
    [InlineData("100%", "100%!", true)]
    [InlineData("100%", "1000", false)]
    [InlineData("a_", "ab", false)]
    public void A_prefix_is_taken_literally(string prefix, string text, bool expected) => Assert.Equal(expected, LikePattern.StartingWith(prefix).IsMatch(Encoding.UTF8.GetBytes(text)));

    private static bool Matches(string pattern, string? escape, string text) => LikePattern.TryParse(pattern, escape)!.IsMatch(Encoding.UTF8.GetBytes(text)); // These patterns are valid.
}
