using Spoor.Audit.Cognito.Model;
using Xunit;

namespace Spoor.Audit.Tests.Cognito.Model;

/// <summary>The report on the committed sample, made once for all tests that read it.</summary>
public sealed class SampleReport : IAsyncLifetime
{
    private CognitoAuditReport? _report;

    internal CognitoAuditReport Report => _report ?? throw new InvalidOperationException("The audit has not run.");

    internal Truth Truth { get; } = Truth.Of(Truth.SampleFolder);

    public async ValueTask InitializeAsync() => _report = await Truth.AuditAsync(new CognitoAuditRequest(Truth.SampleFolder));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
