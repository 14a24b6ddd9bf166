namespace Spoor.Audit.Policies;

/// <summary>What a call's error says about permission.</summary>
internal enum CallOutcome
{
    /// <summary>Granted: it succeeded, or failed at something that is looked at after the permission.</summary>
    Granted,

    /// <summary>Denied by IAM, the resource's policy or the session's.</summary>
    Denied,

    /// <summary>It failed before the permission was looked at, or nobody knows.</summary>
    Undecided,
}

/// <summary>Reads error codes.</summary>
/// <remarks>
/// The codes are the services' own: "Common Errors" and "Error responses" of their API references. A thing that does not exist, or exists already, is found out behind the
/// permission (S3 says 403 to whoever may not list), and so is EC2's dry run.
/// </remarks>
internal static class CallOutcomes
{
    private static readonly string[] s_denied =
        ["AccessDenied", "UnauthorizedOperation", "UnauthorizedAccess", "AuthorizationError", "NotAuthorized", "Unauthorized", "Forbidden", "AllAccessDisabled", "OptInRequired", "KMSAccessDenied"];

    private static readonly string[] s_granted =
        ["NoSuch", "NotFound", "AlreadyExists", "AlreadyOwnedByYou", "DryRunOperation", "DoesNotExist", "NonExistent", "ConditionalCheckFailed", "TransactionCanceled", "EntityAlreadyExists", "PreconditionFailed", "NotModified", "InvalidRange"];

    public static CallOutcome Of(string? errorCode) =>
        errorCode is null ? CallOutcome.Granted
        : s_denied.Any(code => errorCode.Contains(code, StringComparison.OrdinalIgnoreCase)) ? CallOutcome.Denied
        : s_granted.Any(code => errorCode.Contains(code, StringComparison.OrdinalIgnoreCase)) ? CallOutcome.Granted
        : CallOutcome.Undecided;
}
