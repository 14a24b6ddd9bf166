using System.CommandLine;
using Spoor.Engine.Sessions;

namespace Spoor.Cli.Options;

/// <summary>How much of the machine a command may use: <c>--threads</c> and <c>--memory</c>.</summary>
internal sealed class LimitSettings
{
    private const long LeastMemory = 256_000_000;

    private readonly Option<int> _threads = new Option<int>("--threads") { Description = "Worker threads. Default: one per core.", HelpName = "N" }.Takes("a whole number", 1);

    private readonly Option<string?> _memory = new("--memory")
    {
        Description = "What to stay within, about, such as 2GB; what is more goes to disk. Default: four fifths of what the machine or container has.",
        HelpName = "SIZE",
    };

    public LimitSettings() => _memory.Validators.Add(result =>
    {
        if (result.Tokens is not [var token])
        {
            return;
        }

        if (!ByteSize.TryRead(token.Value, out var bytes))
        {
            result.AddError(ByteSize.Refusal(token.Value));
        }
        else if (bytes < LeastMemory)
        {
            result.AddError($"--memory takes a size from 256MB, not '{token.Value}'.");
        }
    });

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_threads);
        command.Add(_memory);
    }

    /// <summary>The engine's limits.</summary>
    public EngineOptions Read(ParseResult parsed)
    {
        var memory = 0L;
        if (parsed.GetValue(_memory) is { } text)
        {
            ByteSize.TryRead(text, out memory);
        }

        return new EngineOptions(parsed.GetValue(_threads), memory);
    }
}
