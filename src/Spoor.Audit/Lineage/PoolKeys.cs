using System.Text;
using System.Text.Json;
using Spoor.CloudTrail.Scan.Contract;
using Spoor.CloudTrail.Scan.Learning;
using Spoor.Core.Collections;
using Spoor.Core.Types;

namespace Spoor.Audit.Lineage;

/// <summary>Learns from records which credentials pools handed out, and which those handed out in turn, so that the scan finds the calls made with them.</summary>
/// <remarks>It may learn more than the audit proves, as from an issue that was refused; never less. What ties a call to a pool is decided on the records found.</remarks>
internal sealed class PoolKeys : IRecordLearner
{
    private const string KeyMark = "ASIA";
    private const string SessionMark = ":assumed-role/";
    private const string EnhancedSession = "CognitoIdentityCredentials";

    private static readonly ScanLeaf s_time = Leaf("eventtime");
    private static readonly ScanLeaf s_callerKey = Leaf("useridentity", "accesskeyid");
    private static readonly ScanLeaf s_callerArn = Leaf("useridentity", "arn");
    private static readonly ScanLeaf s_callerId = Leaf("useridentity", "principalid");
    private static readonly ScanLeaf s_issuedArn = Leaf("responseelements", "assumedroleuser", "arn");
    private static readonly ScanLeaf s_callerRole = Leaf("useridentity", "sessioncontext", "sessionissuer", "arn");

    private readonly Dictionary<string, List<string>> _handedOut = new(StringComparer.Ordinal);
    private readonly FollowedTexts _texts;

    private PoolKeys(LineageRequest request)
    {
        Following = new ScanFollowing(this, Wanted(request)) { Window = request.Window.Texts };
        _texts = Following.Texts;
    }

    private enum Member
    {
        Service,
        Action,
        CallerKey,
        Provider,
        CallerId,
        Federation,
        Request,
        Response,
    }

    /// <inheritdoc/>
    public ValueList<ScanLeaf> Leaves { get; } =
    [
        Leaf("eventsource"), Leaf("eventname"), s_callerKey, Leaf("useridentity", "identityprovider"), s_callerId,
        Leaf("useridentity", "sessioncontext", "webidfederationdata"), Leaf("requestparameters"), Leaf("responseelements"),
    ];

    private ScanFollowing Following { get; }

    /// <summary>What makes a scan of the signals find the calls of pools' sessions too: those with a key that is learnt, and those that look like one.</summary>
    public static ScanFollowing Follow(LineageRequest request) => new PoolKeys(request).Following;

    /// <inheritdoc/>
    public bool Learn(LeafTexts record)
    {
        var isSts = record[(int)Member.Service].SequenceEqual("sts.amazonaws.com"u8);
        var isCognito = !isSts && record[(int)Member.Service].SequenceEqual("cognito-identity.amazonaws.com"u8);
        var isStated = NamesCognito(record[(int)Member.Federation]);
        var isIssue = isSts && record[(int)Member.Action].SequenceEqual("AssumeRoleWithWebIdentity"u8)
            && (NamesCognito(record[(int)Member.Provider]) || NamesCognito(record[(int)Member.CallerId]) || NamesCognito(record[(int)Member.Response]));
        var callerKey = isStated || isSts ? Text(record[(int)Member.CallerKey]) : "";
        var issuedKey = isSts || isCognito ? MemberOf(record[(int)Member.Response], "credentials"u8, "accessKeyId"u8) : null;
        if (isIssue)
        {
            AddSession(MemberOf(record[(int)Member.Request], "roleArn"u8), MemberOf(record[(int)Member.Request], "roleSessionName"u8));
        }

        AddKeys(callerKey, issuedKey, isStated, isOfPool: isCognito || isIssue || isStated);

        // Of STS's other records, which are many, only those are of use that a pool's session made: they are found by its key.
        return !isSts || isIssue || isStated;
    }

    private static AllOf Wanted(LineageRequest request)
    {
        List<ScanFilter> any =
        [
            new LeafFollowed(s_callerKey, KeyMark),
            new LeafFollowed(s_callerArn, SessionMark),
            Like(s_callerArn, $"%{EnhancedSession}"),
            Like(s_callerId, $"%{EnhancedSession}"),

            // Who else handed out sessions that look like a pool's: what speaks against them.
            new LeafFollowed(s_issuedArn, SessionMark),
            Like(s_issuedArn, $"%{EnhancedSession}"),
        ];
        if (request.Role is { } role)
        {
            any.Add(role.StartsWith("arn:", StringComparison.Ordinal) ? new LeafEquals(s_callerRole, new TextSet(role)) : Like(s_callerRole, $"%/{role}"));
            any.Add(Like(s_issuedArn, $"%{SessionMark}{role[(role.LastIndexOf('/') + 1)..]}/%"));
        }

        return new AllOf([new AnyOf(any.ToValueList()), .. request.Reach.Filters(s_time)]);
    }

    private static LeafLike Like(ScanLeaf leaf, string pattern) => new(leaf, LikePattern.TryParse(pattern, escape: null)!); // Without an escape every text is a pattern.

    private static ScanLeaf Leaf(params string[] path) => new(path.ToValueList(), VarcharType.Unbounded);

    private static bool NamesCognito(ReadOnlySpan<byte> text) => text.IndexOf("cognito-identity"u8) >= 0 || (text.IndexOf("\\u00"u8) >= 0 && NamesCognitoInEscapes(text));

    /// <summary>Whether JSON holds the name in a text with escapes, which may themselves be JSON's in JSON.</summary>
    private static bool NamesCognitoInEscapes(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && reader.ValueIsEscaped && NamesCognito(Encoding.UTF8.GetBytes(reader.GetString()!)))
                {
                    return true; // A name or a text is never null.
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What is no JSON says nothing.
        }

        return false;
    }

    private static string Text(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetString(utf8);

    private void AddKeys(string callerKey, string? issuedKey, bool isStated, bool isOfPool)
    {
        lock (_handedOut)
        {
            if (isStated && callerKey.Length > 0)
            {
                AddKey(callerKey);
            }

            if (string.IsNullOrEmpty(issuedKey))
            {
                return;
            }

            if (isOfPool)
            {
                AddKey(issuedKey);
            }
            else if (callerKey.Length > 0)
            {
                AddHandedOut(callerKey, issuedKey);
            }
        }
    }

    private void AddHandedOut(string callerKey, string issuedKey)
    {
        if (_texts.Contains(callerKey))
        {
            AddKey(issuedKey);
        }
        else if (!_handedOut.TryGetValue(callerKey, out var issued))
        {
            _handedOut.Add(callerKey, [issuedKey]);
        }
        else
        {
            issued.Add(issuedKey);
        }
    }

    /// <summary>Adds a key and all that were handed out to it, directly or not.</summary>
    private void AddKey(string key)
    {
        var open = new Stack<string>([key]);
        while (open.TryPop(out var next))
        {
            if (_texts.Add(next, KeyMark) && _handedOut.Remove(next, out var issued))
            {
                issued.ForEach(open.Push);
            }
        }
    }

    /// <summary>Adds what the calls of a session by this role and name have as userIdentity.arn, in which a path of the role's ARN is not.</summary>
    private void AddSession(string? roleArn, string? name)
    {
        // The enhanced flow's sessions are found by their name.
        if (roleArn?.Split(':', 6) is [_, var partition, "iam", "", var account, ['r', 'o', 'l', 'e', '/', .. var path]] && !string.IsNullOrEmpty(name) && name != EnhancedSession)
        {
            _texts.Add($"arn:{partition}:sts::{account}:assumed-role/{path[(path.LastIndexOf('/') + 1)..]}/{name}", SessionMark);
        }
    }

    /// <summary>The text at a path of a JSON object; null when there is none.</summary>
    private static string? MemberOf(ReadOnlySpan<byte> json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> nested = default)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            return json.Length > 0 && TryFind(ref reader, name) && (nested.IsEmpty || TryFind(ref reader, nested)) && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // What is no JSON has no members.
        }
    }

    /// <summary>Goes to the value of an object's member.</summary>
    private static bool TryFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if ((reader.TokenType == JsonTokenType.None && !reader.Read()) || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }
}
