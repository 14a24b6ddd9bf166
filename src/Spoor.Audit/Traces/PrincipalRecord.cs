using System.Net;
using Spoor.Audit.Logs;

namespace Spoor.Audit.Traces;

/// <summary>The columns of Queries/principal_records.sql.</summary>
internal enum PrincipalColumn
{
    EventId,
    EventContent,
    EventTime,
    Service,
    Action,
    ErrorCode,
    SourceIp,
    UserAgent,
    Type,
    PrincipalId,
    Arn,
    Account,
    AccessKeyId,
    UserName,
    InvokedBy,
    Role,
    RoleId,
    RoleName,
    IssuedKey,
    AskedRole,
}

/// <summary>What a record says of who called. Records of one <c>EventId</c> and <c>Content</c> are one, delivered again.</summary>
internal sealed record PrincipalRecord(
    string EventId, long Content, string? Time, string Service, string Action, string? ErrorCode, string? SourceIp, string? UserAgent, string? Type, string? PrincipalId, string? Arn, string? Account,
    string? AccessKeyId, string? UserName, string? InvokedBy, string? Role, string? RoleId, string? RoleName, string? IssuedKey, string? AskedRole)
{
    /// <summary>What is called an error; an empty code is none.</summary>
    public bool IsError => ErrorCode is { Length: > 0 };

    /// <summary>Reads a row.</summary>
    public static PrincipalRecord Read(AnswerRow<PrincipalColumn> row) => new(
        row.Name(PrincipalColumn.EventId), row.Number(PrincipalColumn.EventContent), row.Text(PrincipalColumn.EventTime), row.Name(PrincipalColumn.Service), row.Name(PrincipalColumn.Action), row.Text(PrincipalColumn.ErrorCode),
        row.Text(PrincipalColumn.SourceIp), row.Text(PrincipalColumn.UserAgent), row.Text(PrincipalColumn.Type), row.Text(PrincipalColumn.PrincipalId), row.Text(PrincipalColumn.Arn),
        row.Text(PrincipalColumn.Account), row.Text(PrincipalColumn.AccessKeyId), row.Text(PrincipalColumn.UserName), row.Text(PrincipalColumn.InvokedBy), row.Text(PrincipalColumn.Role),
        row.Text(PrincipalColumn.RoleId), row.Text(PrincipalColumn.RoleName), row.Text(PrincipalColumn.IssuedKey), row.Text(PrincipalColumn.AskedRole));

    /// <summary>As what the record names an id; the kinds in the order of <see cref="PrincipalKinds.All"/>.</summary>
    public IEnumerable<string> KindsOf(string id)
    {
        if (EventId == id)
        {
            yield return PrincipalKinds.Event;
        }

        if (AccessKeyId == id)
        {
            yield return PrincipalKinds.AccessKey;
        }

        if (Arn == id)
        {
            yield return Type switch { "AssumedRole" => PrincipalKinds.Session, "IAMUser" => PrincipalKinds.User, _ => PrincipalKinds.Principal };
        }

        if (Role == id || (Type == "AssumedRole" && RoleName == id))
        {
            yield return PrincipalKinds.Role;
        }

        if (UserName == id)
        {
            yield return PrincipalKinds.User;
        }

        if (PrincipalId == id || RoleId == id)
        {
            yield return PrincipalKinds.PrincipalId;
        }

        if (PrincipalId?.EndsWith($":{id}", StringComparison.Ordinal) == true)
        {
            yield return PrincipalKinds.SessionName;
        }

        if (SourceIp == id)
        {
            yield return PrincipalKinds.Address;
        }

        if (InvokedBy == id)
        {
            yield return PrincipalKinds.Service;
        }

        if (Account == id)
        {
            yield return PrincipalKinds.Account;
        }

        if (AskedRole == id)
        {
            yield return PrincipalKinds.AssumedRole;
        }
    }
}

/// <summary>What an id can be that no identity pool gave.</summary>
internal static class PrincipalKinds
{
    public const string Event = "event";
    public const string AccessKey = "access_key";
    public const string Session = "session";
    public const string Role = "role";
    public const string User = "user";
    public const string Principal = "principal";
    public const string PrincipalId = "principal_id";
    public const string SessionName = "session_name";
    public const string Address = "address";
    public const string Service = "service";
    public const string Account = "account";
    public const string AssumedRole = "assumed_role";

    /// <summary>Whether an id has the form of one that no identity pool gives: a long-term key or a user of IAM, an address, an account, a service.</summary>
    public static bool IsOfNoPool(string id) =>
        id.StartsWith("AKIA", StringComparison.Ordinal) || id.StartsWith("AIDA", StringComparison.Ordinal) || id.EndsWith(".amazonaws.com", StringComparison.Ordinal)
        || (id.Length == 12 && id.All(char.IsAsciiDigit)) || (id.AsSpan().ContainsAny('.', ':') && IPAddress.TryParse(id, out _));

    /// <summary>In the order in which they are taken: what can be mistaken least comes first.</summary>
    public static IReadOnlyList<string> All { get; } = [Event, AccessKey, Session, Role, User, Principal, PrincipalId, SessionName, Address, Service, Account, AssumedRole];
}
