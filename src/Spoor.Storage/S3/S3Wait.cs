namespace Spoor.Storage.S3;

/// <summary>Somebody waits for bytes of a store, over one or several tries. Dispose of it when they came.</summary>
internal sealed class S3Wait : IDisposable
{
    private static readonly AsyncLocal<S3Wait?> s_current = new();

    private readonly S3Waits _owner;
    private readonly CancellationToken _caller;
    private readonly CancellationToken _reader;
    private CancellationTokenSource? _try;
    private bool _isSilent;
    private string? _givenUp;

    public S3Wait(S3Waits owner, S3Work work, long now, CancellationToken caller, CancellationToken reader)
    {
        _owner = owner;
        Work = work;
        Started = LastSign = now;
        _caller = caller;
        _reader = reader;
    }

    /// <summary>The wait of the request that is being made, for those behind the client.</summary>
    public static S3Wait? Current
    {
        get => s_current.Value;
        set => s_current.Value = value;
    }

    /// <summary>What is waited for.</summary>
    public S3Work Work { get; }

    /// <summary>When it began.</summary>
    public long Started { get; }

    /// <summary>When the server last sent something, or the try began.</summary>
    public long LastSign { get; set; }

    /// <summary>Whether a server is asked; false between two tries.</summary>
    public bool IsTrying { get; private set; }

    /// <summary>Whether the caller has ended it.</summary>
    public bool IsCancelled => _caller.IsCancellationRequested || _reader.IsCancellationRequested;

    /// <summary>Begins another try.</summary>
    /// <returns>Ends it, for the caller or for silence.</returns>
    public CancellationToken StartTry() => Start(isTry: true);

    /// <summary>Counts bytes that came; none: the server gave a sign.</summary>
    public void Received(int bytes) => _owner.Received(this, bytes);

    /// <summary>Counts bytes on their way to the server.</summary>
    public void Sent(int bytes) => _owner.Sent(this, bytes);

    /// <summary>Counts a failed try.</summary>
    /// <returns>Why it failed, which the exception of an ended try does not say.</returns>
    public Exception Fail(Exception exception)
    {
        lock (_owner.Sync)
        {
            IsTrying = false;
            exception = _givenUp is not null ? new S3GivenUpException(_givenUp) : _isSilent ? new TimeoutException("The server did not answer in time") : exception;
        }

        Work.Failed(exception);
        return exception;
    }

    /// <summary>Waits between two tries.</summary>
    public Task PauseAsync(TimeSpan duration) => Task.Delay(duration, Start(isTry: false));

    /// <summary>Marks the try as silent for too long; under the owner's lock.</summary>
    /// <returns>What to cancel, outside of the lock.</returns>
    public CancellationTokenSource? EndTry()
    {
        _isSilent = true;
        return _try;
    }

    /// <summary>Marks it as given up; under the owner's lock.</summary>
    /// <param name="reason">A sentence.</param>
    /// <returns>What to cancel, outside of the lock.</returns>
    public CancellationTokenSource? GiveUp(string reason)
    {
        _givenUp = reason;
        return _try;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _owner.End(this);
        _try?.Dispose();
    }

    private CancellationToken Start(bool isTry)
    {
        var next = CancellationTokenSource.CreateLinkedTokenSource(_caller, _reader);
        var token = next.Token;
        lock (_owner.Sync)
        {
            if (_givenUp is not null)
            {
                next.Dispose();
                throw new S3GivenUpException(_givenUp);
            }

            (_try, next) = (next, _try);
            IsTrying = isTry;
            _isSilent = false;
            LastSign = _owner.Now;
        }

        next?.Dispose();
        return token;
    }
}
