using Spoor.Core.Collections;

namespace Spoor.Audit.Cognito.Model;

/// <summary>What of an audit is reported; all that is set must hold. Rules run over everything before: half of the calls would make other findings.</summary>
public sealed record AuditFilter
{
    /// <summary>Reports everything.</summary>
    public static AuditFilter None { get; } = new();

    /// <summary>Ids of identity pools; empty for all.</summary>
    public ValueList<string> Pools { get; init; } = [];

    /// <summary>Only guests, or only those that are signed in; null for all.</summary>
    public IdentityAccess? Access { get; init; }

    /// <summary>Only this identity.</summary>
    public string? Identity { get; init; }

    /// <summary>Only the identities of this user of a user pool, by <c>sub</c> or name.</summary>
    public string? User { get; init; }

    /// <summary>Only what this account recorded or did.</summary>
    public string? Account { get; init; }

    /// <summary>Only this region.</summary>
    public string? Region { get; init; }

    /// <summary>Only calls of this service (<c>s3</c> or <c>s3.amazonaws.com</c>), and what stands behind them.</summary>
    public string? Service { get; init; }

    /// <summary>What is set, in words: <c>guests</c>, <c>service s3</c>.</summary>
    public ValueList<string> Words =>
    [
        .. Pools.Select(pool => $"pool {pool}"),
        .. Access switch { IdentityAccess.Guest => ["guests"], IdentityAccess.Authenticated => ["signed-in users"], _ => (string[])[] },
        .. Word("identity", Identity), .. Word("user", User), .. Word("account", Account), .. Word("region", Region), .. Word("service", Service),
    ];

    private static string[] Word(string kind, string? value) => value is null ? [] : [$"{kind} {value}"];
}
