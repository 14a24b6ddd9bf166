using Spoor.Engine.Results.Writers;

namespace Spoor.Cli.Output;

/// <summary>Says on standard error what a store is waited for.</summary>
/// <param name="error">Standard error.</param>
internal sealed class WaitNotice(TextWriter error)
{
    /// <summary>Writes a sentence, on a line of its own; the progress line draws itself again below.</summary>
    public void Write(string sentence) => error.WriteLine($"{(Console.IsErrorRedirected ? "" : "\r\e[K")}spoor: {VisibleText.Of(sentence)}");
}
