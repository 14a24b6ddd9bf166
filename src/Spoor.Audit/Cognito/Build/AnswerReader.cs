using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Events;
using Spoor.Audit.Lineage;
using Spoor.Audit.Logs;
using Spoor.Core.Collections;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Cognito.Build;

/// <summary>Asks the statements of a report for their answers. Texts that repeat, as roles and addresses do in every call, are kept once.</summary>
internal sealed class AnswerReader(AuditSession session)
{
    private readonly TextPool _texts = new();

    private EventRecords _records = EventRecords.None;

    public async Task<AuditAnswers> ReadAsync()
    {
        _records = await EventRecords.ReadAsync(session);
        return await ReadAllAsync();
    }

    private async Task<AuditAnswers> ReadAllAsync() => new(
        Totals: (await ReadAsync<TotalsColumn, WindowTotals>("totals", Totals))[0],
        PoolEvidence: await ReadAsync<EvidenceColumn, PoolEvidence>("evidence", Evidence),
        PoolFacts: await ReadAsync<PoolFactColumn, PoolFacts>("pool_facts", Facts),
        FirstEvents: await ReadAsync("first_events", (AnswerRow<FirstEventColumn> row) => (row.Name(FirstEventColumn.Pool), row.Name(FirstEventColumn.EventId))),
        Sources: await ReadAsync<SourceColumn, SourceRow>("sources", Source),
        Evidence: await ReadAsync<EvidenceEventColumn, EvidenceEvent>("evidence_events", EvidenceEvent),
        Issues: await ReadAsync<IssueColumn, IssueEvent>("issue_list", Issue),
        Sessions: await ReadAsync<SessionColumn, SessionReport>("session_list", Session),
        Uses: await ReadAsync<UseColumn, UseRow>("use_list", Use),
        Actions: await ReadAsync<ActionColumn, ActionRow>("actions", Action),
        Identities: await ReadAsync<IdentityColumn, IdentityRow>("identities", Identity),
        Providers: await ReadAsync<ProviderColumn, ProviderRow>("providers", Provider),
        Users: await ReadAsync<UserColumn, UserRow>("users", User),
        SignIns: await ReadAsync<SignInColumn, SignInEvent>("sign_ins", SignIn),
        ConfigChanges: await ReadAsync<ConfigColumn, ConfigChange>("config_list", Change),
        Dormant: await ReadAsync<DormantColumn, DormantReport>("dormant", Dormant),
        KnownNames: await ReadAsync("known_names", (AnswerRow<NameColumn> row) => (row.Name(NameColumn.Kind), row.Name(NameColumn.Name))),
        DataServices: await TextsAsync("data_services"),
        Conflicts: await TextsAsync("conflicts"),
        IdentityConflicts: await TextsAsync("identity_conflicts"));

    private Task<List<T>> ReadAsync<TColumn, T>(string name, Func<AnswerRow<TColumn>, T> read)
        where TColumn : struct, Enum => session.ReadAsync(Statement(name), read);

    private Task<List<string>> TextsAsync(string name) => session.TextsAsync(Statement(name));

    private SqlFragment Statement(string name) => session.Statements.Read(typeof(AnswerReader), name);

    private static WindowTotals Totals(AnswerRow<TotalsColumn> row) => new(
        Records: row.Number(TotalsColumn.Records),
        Repeated: row.Number(TotalsColumn.RepeatedRecords),
        Aggregates: row.Number(TotalsColumn.Aggregates),
        Insights: row.Number(TotalsColumn.Insights),
        WithoutTime: row.Number(TotalsColumn.WithoutTime),
        FirstTime: row.Text(TotalsColumn.FirstTime),
        LastTime: row.Text(TotalsColumn.LastTime),
        WithoutId: row.Number(TotalsColumn.WithoutId),
        ConflictingIds: row.Number(TotalsColumn.ConflictingIds),
        Corrected: row.Number(TotalsColumn.Corrected),
        Copies: row.Number(TotalsColumn.Copies));

    private static PoolEvidence Evidence(AnswerRow<EvidenceColumn> row) => new(
        Pool: row.Name(EvidenceColumn.Pool),
        Action: row.Name(EvidenceColumn.Action),
        Events: row.Number(EvidenceColumn.Events),
        Errors: row.Number(EvidenceColumn.Errors),
        FirstTime: row.Text(EvidenceColumn.FirstTime),
        LastTime: row.Text(EvidenceColumn.LastTime));

    private static PoolFacts Facts(AnswerRow<PoolFactColumn> row) => new(
        Pool: row.Name(PoolFactColumn.Pool),
        Account: row.Text(PoolFactColumn.Account),
        HasDataEvents: row.IsTrue(PoolFactColumn.HasDataEvents),
        Flows: row.Texts(PoolFactColumn.Flows));

    private static SourceRow Source(AnswerRow<SourceColumn> row) => new(
        Pool: row.Name(SourceColumn.Pool),
        SourceIp: row.Name(SourceColumn.SourceIp),
        UserAgent: row.Text(SourceColumn.UserAgent),
        Issues: row.Number(SourceColumn.Issues),
        Calls: row.Number(SourceColumn.Calls),
        FirstTime: row.Text(SourceColumn.FirstTime),
        LastTime: row.Text(SourceColumn.LastTime));

    private EvidenceEvent EvidenceEvent(AnswerRow<EvidenceEventColumn> row) => new(
        EventId: row.Name(EvidenceEventColumn.EventId),
        Time: row.Text(EvidenceEventColumn.EventTime),
        Action: Name(row, EvidenceEventColumn.Action),
        Pool: Text(row, EvidenceEventColumn.Pool),
        Identity: Text(row, EvidenceEventColumn.Identity),
        Account: Text(row, EvidenceEventColumn.Account),
        SourceIp: Text(row, EvidenceEventColumn.SourceIp),
        ErrorCode: Text(row, EvidenceEventColumn.ErrorCode),
        ErrorMessage: Text(row, EvidenceEventColumn.ErrorMessage));

    private IssueEvent Issue(AnswerRow<IssueColumn> row) => new(
        EventIds: [.. Ids(row, IssueColumn.CognitoEventId, IssueColumn.StsEventId), .. row.Texts(IssueColumn.OtherEventIds)],
        Certainty: Certainty.Proved,
        Time: row.Text(IssueColumn.EventTime),
        Flow: Name(row, IssueColumn.Flow),
        Pool: Text(row, IssueColumn.Pool),
        Identity: Text(row, IssueColumn.Identity),
        Access: Text(row, IssueColumn.Access),
        Account: Text(row, IssueColumn.Account),
        Region: Text(row, IssueColumn.Region),
        Role: Text(row, IssueColumn.Role),
        SessionName: Text(row, IssueColumn.SessionName),
        AccessKeyId: Text(row, IssueColumn.AccessKeyId),
        Expiration: row.Text(IssueColumn.Expiration),
        SourceIp: Text(row, IssueColumn.SourceIp),
        UserAgent: Text(row, IssueColumn.UserAgent),
        ErrorCode: Text(row, IssueColumn.ErrorCode),
        ErrorMessage: Text(row, IssueColumn.ErrorMessage),
        Calls: row.Number(IssueColumn.Calls),
        OtherIdentities: row.Texts(IssueColumn.OtherIdentities))
    {
        CognitoEventId = row.Text(IssueColumn.CognitoEventId),
        EventId = row.Text(IssueColumn.StsEventId) ?? row.Name(IssueColumn.CognitoEventId),
    };

    private SessionReport Session(AnswerRow<SessionColumn> row) => new(
        AccessKeyId: Name(row, SessionColumn.AccessKeyId),
        Certainty: CertaintyOf(row.Name(SessionColumn.Certainty)),
        Depth: (int)row.Number(SessionColumn.Depth),
        ParentKey: Text(row, SessionColumn.ParentKey),
        Flow: Text(row, SessionColumn.Flow),
        Pool: Text(row, SessionColumn.Pool),
        Identity: Text(row, SessionColumn.Identity),
        Access: Text(row, SessionColumn.Access),
        Role: Text(row, SessionColumn.Role),
        SessionName: Text(row, SessionColumn.SessionName),
        IssuedTime: row.Text(SessionColumn.IssuedTime),
        Expiration: row.Text(SessionColumn.Expiration),
        SourceIp: Text(row, SessionColumn.SourceIp),
        FirstTime: row.Text(SessionColumn.FirstTime),
        LastTime: row.Text(SessionColumn.LastTime),
        Calls: row.Number(SessionColumn.Calls),
        Errors: row.Number(SessionColumn.Errors),
        EventIds: [.. Ids(row, SessionColumn.CognitoEventId, SessionColumn.IssueEventId), .. row.Texts(SessionColumn.OtherEventIds), .. Ids(row, SessionColumn.FirstCallEventId)]);

    private UseRow Use(AnswerRow<UseColumn> row) => new(
        Use: new UseEvent(
            EventId: row.Name(UseColumn.EventId),
            Time: row.Text(UseColumn.EventTime),
            Via: Name(row, UseColumn.Via),
            Certainty: CertaintyOf(row.Name(UseColumn.Certainty)),
            Depth: (int)row.Number(UseColumn.Depth),
            Pool: Text(row, UseColumn.Pool),
            Identity: Text(row, UseColumn.Identity),
            Access: Text(row, UseColumn.Access),
            Account: Text(row, UseColumn.Account),
            CallerAccount: Text(row, UseColumn.CallerAccount),
            Region: Text(row, UseColumn.Region),
            Role: Text(row, UseColumn.Role),
            OriginRole: Text(row, UseColumn.OriginRole),
            SessionName: Text(row, UseColumn.SessionName),
            AccessKeyId: Text(row, UseColumn.AccessKeyId),
            IssueEventId: Text(row, UseColumn.IssueEventId),
            Service: Text(row, UseColumn.Service),
            Action: Text(row, UseColumn.Action),
            ReadOnly: ReadOnly(row.Text(UseColumn.ReadOnly)),
            SourceIp: Text(row, UseColumn.SourceIp),
            UserAgent: Text(row, UseColumn.UserAgent),
            InvokedBy: Text(row, UseColumn.InvokedBy),
            ErrorCode: Text(row, UseColumn.ErrorCode))
        {
            EventIds = _records.Of(row.Name(UseColumn.EventId)).ToValueList(),
        },
        AskedRole: Text(row, UseColumn.AskedRole),
        IssuedKey: Text(row, UseColumn.IssuedKey),
        StatedMethods: Text(row, UseColumn.StatedMethods));

    private ActionRow Action(AnswerRow<ActionColumn> row) => new(
        Certainty: CertaintyOf(row.Name(ActionColumn.Certainty)),
        Role: Name(row, ActionColumn.Role),
        Action: new ActionReport(
            Service: Name(row, ActionColumn.Service),
            Action: Name(row, ActionColumn.Action),
            Calls: row.Number(ActionColumn.Calls),
            Granted: row.Number(ActionColumn.Calls) - row.Number(ActionColumn.Errors),
            Errors: row.Number(ActionColumn.Errors),
            FirstTime: row.Text(ActionColumn.FirstTime),
            LastTime: row.Text(ActionColumn.LastTime)));

    private IdentityRow Identity(AnswerRow<IdentityColumn> row) => new(
        Pool: Text(row, IdentityColumn.Pool),
        Identity: Name(row, IdentityColumn.Identity),
        Access: (int)row.Number(IdentityColumn.Access),
        Issues: row.Number(IdentityColumn.Issues),
        Calls: row.Number(IdentityColumn.Calls),
        FirstTime: row.Text(IdentityColumn.FirstTime),
        LastTime: row.Text(IdentityColumn.LastTime));

    private ProviderRow Provider(AnswerRow<ProviderColumn> row) => new(
        Identity: Name(row, ProviderColumn.Identity),
        Logins: Text(row, ProviderColumn.Logins),
        Methods: Text(row, ProviderColumn.Methods));

    private UserRow User(AnswerRow<UserColumn> row) => new(
        Identity: Name(row, UserColumn.Identity),
        User: new UserLink(UserPool: Text(row, UserColumn.UserPool), UserSub: Name(row, UserColumn.UserSub), EventId: row.Name(UserColumn.EventId)));

    private SignInEvent SignIn(AnswerRow<SignInColumn> row) => new(
        EventId: row.Name(SignInColumn.EventId),
        Time: row.Text(SignInColumn.EventTime),
        Action: Text(row, SignInColumn.Action),
        EventType: Text(row, SignInColumn.EventType),
        UserPool: Text(row, SignInColumn.UserPool),
        UserSub: Name(row, SignInColumn.UserSub),
        UserName: Text(row, SignInColumn.UserName),
        Identity: Name(row, SignInColumn.Identity),
        Pool: Text(row, SignInColumn.Pool),
        SourceIp: Text(row, SignInColumn.SourceIp),
        UserAgent: Text(row, SignInColumn.UserAgent),
        ErrorCode: Text(row, SignInColumn.ErrorCode));

    private ConfigChange Change(AnswerRow<ConfigColumn> row) => new(
        EventId: row.Name(ConfigColumn.EventId),
        Time: row.Text(ConfigColumn.EventTime),
        InWindow: row.IsTrue(ConfigColumn.InWindow),
        Service: Text(row, ConfigColumn.Service),
        Action: Text(row, ConfigColumn.Action),
        Account: Text(row, ConfigColumn.Account),
        Pool: Text(row, ConfigColumn.Pool),
        Role: Text(row, ConfigColumn.Role),
        UserPool: Text(row, ConfigColumn.UserPool),
        Caller: Text(row, ConfigColumn.CallerArn),
        SourceIp: Text(row, ConfigColumn.SourceIp),
        Request: row.Text(ConfigColumn.Request),
        ErrorCode: Text(row, ConfigColumn.ErrorCode));

    private static DormantReport Dormant(AnswerRow<DormantColumn> row) => new(
        Kind: row.Name(DormantColumn.Kind),
        Name: row.Name(DormantColumn.Name),
        Pool: row.Text(DormantColumn.KnownPool),
        LastTime: row.Text(DormantColumn.EventTime),
        LastKind: row.Name(DormantColumn.LastKind),
        EventId: row.Name(DormantColumn.EventId));

    private static bool? ReadOnly(string? text) => text switch { "true" => true, "false" => false, _ => null };

    private ValueList<string> Ids<TColumn>(AnswerRow<TColumn> row, params ReadOnlySpan<TColumn> columns)
        where TColumn : struct, Enum
    {
        var ids = new List<string>();
        foreach (var column in columns)
        {
            if (row.Text(column) is { } id)
            {
                ids.AddRange(_records.Of(id));
            }
        }

        return ids.ToValueList();
    }

    private static Certainty CertaintyOf(string name) => name switch
    {
        "proved" => Certainty.Proved,
        "chained" => Certainty.Chained,
        _ => Certainty.Candidate,
    };

    private string Name<TColumn>(AnswerRow<TColumn> row, TColumn column)
        where TColumn : struct, Enum => Text(row, column) ?? "";

    private string? Text<TColumn>(AnswerRow<TColumn> row, TColumn column)
        where TColumn : struct, Enum => row.Text(column, _texts);
}
