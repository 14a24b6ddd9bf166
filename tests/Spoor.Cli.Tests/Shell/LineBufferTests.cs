using Spoor.Cli.Shell;
using Xunit;

namespace Spoor.Cli.Tests.Shell;

public class LineBufferTests
{
    private readonly LineBuffer _buffer = new();

    [Fact]
    public void Text_goes_in_at_the_cursor()
    {
        _buffer.Set("SELECT FROM t");
        _buffer.MoveToStart();
        _buffer.MoveWordRight();
        _buffer.Insert(" a");
        Assert.Equal(("SELECT a FROM t", 8), (_buffer.Text, _buffer.Cursor));
    }

    [Fact]
    public void A_character_outside_the_basic_plane_is_removed_whole()
    {
        _buffer.Set("a\U0001F43E");
        _buffer.Backspace();
        Assert.Equal("a", _buffer.Text);
    }

    [Fact]
    public void Keys_at_the_ends_change_nothing()
    {
        _buffer.Backspace();
        _buffer.Delete();
        _buffer.MoveLeft();
        _buffer.MoveRight();
        _buffer.MoveWordLeft();
        _buffer.MoveWordRight();
        _buffer.DeleteWord();
        Assert.Equal(("", 0), (_buffer.Text, _buffer.Cursor));
    }

    [Fact]
    public void A_word_ends_at_a_character_that_no_name_has()
    {
        _buffer.Set("useridentity.arn");
        _buffer.DeleteWord();
        Assert.Equal("useridentity.", _buffer.Text);
        _buffer.DeleteWord();
        Assert.Equal("", _buffer.Text);
    }

    [Fact]
    public void Everything_before_or_behind_the_cursor_can_be_removed()
    {
        _buffer.Set("abc def");
        _buffer.MoveWordLeft();
        _buffer.DeleteToEnd();
        Assert.Equal("abc ", _buffer.Text);
        _buffer.MoveLeft();
        _buffer.DeleteToStart();
        Assert.Equal((" ", 0), (_buffer.Text, _buffer.Cursor));
    }
}
