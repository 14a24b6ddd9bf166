using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Sql.Tests;

public sealed class HintTests
{
    private static readonly Hint s_hint = Hint.Of($"Skip {3} bad objects{Setting.SkipBadData: (*)}, or name a folder{(Setting.Bucket, "logs=FOLDER"):: *} in {Setting.Home:*|your home}.");

    [Fact]
    public void A_host_without_names_gets_a_sentence_of_the_matter()
    {
        Assert.Equal("Skip 3 bad objects, or name a folder in your home.", s_hint.ToString());
        Assert.Equal("Skip 3 bad objects, or name a folder in your home.", new QueryException(ErrorCode.NotFound, null, "Nothing is here", s_hint).Hint);
    }

    [Fact]
    public void A_host_puts_in_its_own_names() =>
        Assert.Equal("Skip 3 bad objects (skipBad), or name a folder: bucket logs=FOLDER in home.", s_hint.ToString(setting => setting switch
        {
            Setting.SkipBadData => "skipBad",
            Setting.Bucket => "bucket",
            _ => "home",
        }));

    [Fact]
    public void A_text_is_a_hint_as_it_is_and_none_is_none()
    {
        Assert.Equal("Try {this}.", new QueryException(ErrorCode.NotFound, null, "Nothing is here", "Try {this}.").Hint);
        Assert.Null(new QueryException(ErrorCode.NotFound, null, "Nothing is here").Hint);
        Assert.Equal("SKIP 3 BAD OBJECTS (skipBad), OR NAME A FOLDER: bucket logs=FOLDER IN home.", s_hint.Select(text => text.ToUpperInvariant()).ToString(setting => setting switch
        {
            Setting.SkipBadData => "skipBad",
            Setting.Bucket => "bucket",
            _ => "home",
        }));
    }

    [Fact]
    public void What_stands_in_a_hole_is_text_whatever_it_says() =>
        Assert.Equal("Write 'a*b|c'.", Hint.Of($"Write {"'a*b|c'"}.").ToString(_ => "option"));
}
