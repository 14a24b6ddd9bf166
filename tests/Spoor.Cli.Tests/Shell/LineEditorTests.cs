using Spoor.Cli.Shell;
using Xunit;

namespace Spoor.Cli.Tests.Shell;

public class LineEditorTests
{
    private static readonly ConsoleKeyInfo s_up = new('\0', ConsoleKey.UpArrow, shift: false, alt: false, control: false);
    private static readonly ConsoleKeyInfo s_down = new('\0', ConsoleKey.DownArrow, shift: false, alt: false, control: false);
    private readonly History _history = new(path: null);

    [Fact]
    public void Typed_characters_become_the_line()
    {
        var editor = new LineEditor(_history);
        Type(editor, "SELECT 1;");
        Assert.Equal("SELECT 1;", editor.Buffer.Text);
    }

    [Fact]
    public void Control_D_ends_the_input_only_on_an_empty_line()
    {
        var editor = new LineEditor(_history);
        Assert.Equal(LineEditor.KeyResult.EndOfInput, editor.Handle(Control(ConsoleKey.D)));
        Type(editor, "x");
        editor.Buffer.MoveToStart();
        Assert.Equal(LineEditor.KeyResult.Edited, editor.Handle(Control(ConsoleKey.D)));
        Assert.Equal("", editor.Buffer.Text);
    }

    [Fact]
    public void Control_C_drops_the_line() =>
        Assert.Equal(LineEditor.KeyResult.Drop, new LineEditor(_history).Handle(Control(ConsoleKey.C)));

    [Fact]
    public void Down_brings_back_the_draft_that_up_replaced()
    {
        _history.Add("SELECT 1;");
        var editor = new LineEditor(_history);
        editor.Start();
        Type(editor, "SEL");
        editor.Handle(s_up);
        Assert.Equal("SELECT 1;", editor.Buffer.Text);
        editor.Handle(s_down);
        Assert.Equal("SEL", editor.Buffer.Text);
    }

    private static void Type(LineEditor editor, string text)
    {
        foreach (var character in text)
        {
            editor.Handle(new ConsoleKeyInfo(character, ConsoleKey.None, shift: false, alt: false, control: false));
        }
    }

    private static ConsoleKeyInfo Control(ConsoleKey key) => new('\0', key, shift: false, alt: false, control: true);
}
