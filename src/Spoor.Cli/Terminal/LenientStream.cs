namespace Spoor.Cli.Terminal;

/// <summary>Standard error that may be closed or full: what cannot be told to anybody must not end the process.</summary>
internal sealed class LenientStream(Stream target) : OutputStream
{
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            target.Write(buffer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // There is no other place to say it.
        }
    }
}
