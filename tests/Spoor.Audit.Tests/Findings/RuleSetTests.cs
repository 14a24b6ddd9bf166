using Spoor.Audit.Cognito.Model;
using Spoor.Audit.Findings;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Xunit;

namespace Spoor.Audit.Tests.Findings;

/// <summary>Folders of rules and thresholds files, and what people are told about mistakes in them.</summary>
public sealed class RuleSetTests : IDisposable
{
    private const string Head = "---\nid: mine\ntitle: Mine\nseverity: low\nwhy: w\nwhat_to_do: d\nfalse_alarm: f\n";
    private const string Select = "SELECT pool, identity, role, identity AS subject, action AS detail, event_time AS first_time, event_time AS last_time, ARRAY[event_id] AS event_ids\nFROM uses\n";
    private const string Shape = "A rule begins with '---', the lines id, title, severity, why, what_to_do and false_alarm, and '---'; then one SELECT follows. docs/findings.md has an example.";
    private const string Columns = "A rule is one SELECT that gives pool, identity, role, subject, detail, first_time, last_time and event_ids (array(varchar)), in any order; NULL where one does not apply.";

    private readonly string _folder = Directory.CreateTempSubdirectory("spoor-rules-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void There_is_one_built_in_rule_for_each_kind_of_finding() => Assert.Equal(
        [
            "basic_flow_new", "claim_changed", "classic_flow_enabled", "cross_account", "denied_enumeration", "developer_token_long", "distant_sources", "first_api_use",
            "guest_basic_flow", "guest_outside_session_policy", "guest_write", "iam_sts_org_call", "identity_farming", "key_after_expiry", "key_other_source", "pool_opened_to_guests",
            "role_chain", "role_guessing", "role_not_attached", "s3_outside_prefix",
        ],
        RuleSet.BuiltIn.Select(rule => rule.Id));

    [Fact]
    public async Task A_rule_of_a_folder_runs_beside_the_built_in_ones_with_its_parameters()
    {
        Write("mine.sql", Head + "parameters:\n  services: [s3.amazonaws.com, 'it''s.amazonaws.com']\n  least: 1\n---\n" + Select + "WHERE contains({services}, service) AND depth < {least} -- {least}\n");
        var rules = RuleSet.Load(_folder, thresholds: null);
        Assert.Equal(RuleSet.BuiltIn.Count + 1, rules.Count);
        var report = await new Story().Use("u1", "09:00:00", "ASIA1", "s3", "GetObject", Story.Ann).Use("u2", "09:00:00", "ASIA1", "sns", "Publish", Story.Ann).AuditAsync(rules);
        var finding = Assert.Single(report.Findings, found => found.RuleId == "mine");
        Assert.Equal(("Mine", FindingSeverity.Low, "GetObject", "u1"), (finding.Title, finding.Severity, finding.Detail, Assert.Single(finding.EventIds)));
    }

    [Fact]
    public async Task A_rule_may_name_a_table_in_capitals()
    {
        Write("mine.sql", Head + "---\n" + Select.Replace("FROM uses", "FROM USES WHERE (SELECT count(*) FROM IDENTITY_USERS) >= 0", StringComparison.Ordinal));
        var report = await new Story().Use("u1", "09:00:00", "ASIA1", "s3", "GetObject", Story.Ann).AuditAsync(RuleSet.Load(_folder, thresholds: null));
        Assert.Equal(["u1"], report.Findings.Where(found => found.RuleId == "mine").SelectMany(found => found.EventIds));
    }

    [Fact]
    public async Task Thresholds_of_a_file_count_over_those_of_the_folder_and_these_over_the_default()
    {
        Write("mine.sql", $"{Head}parameters:\n  action: Nothing\n---\n{Select}WHERE action = {{action}};\n");
        Write("thresholds.yaml", "mine:\n  action: GetObject\nkey_after_expiry:\n  enabled: false\n");
        var story = new Story().Use("u1", "09:00:00", "ASIA1", "s3", "GetObject", Story.Ann).Use("u2", "09:00:00", "ASIA1", "s3", "PutObject", Story.Ann);
        var rules = RuleSet.Load(_folder, thresholds: null);
        Assert.DoesNotContain(rules, rule => rule.Id == "key_after_expiry");
        Assert.Equal(["u1"], (await story.AuditAsync(rules)).Findings.Where(found => found.RuleId == "mine").SelectMany(found => found.EventIds));
        rules = RuleSet.Load(_folder, Write("other.yaml", "mine:\n  action: PutObject\n"));
        Assert.Equal(["u2"], (await story.AuditAsync(rules)).Findings.Where(found => found.RuleId == "mine").SelectMany(found => found.EventIds));
    }

    [Theory]
    [InlineData("SELECT 1", "mine.sql:1: the front matter is missing", Shape)]
    [InlineData("---\nid: mine\nSELECT 1", "mine.sql: the front matter has no end", Shape)]
    [InlineData(Head + "---\n \n", "mine.sql: there is no query behind the front matter", Shape)]
    [InlineData("---\nid: mine\ntitle: Mine\n---\nSELECT 1", "mine.sql: the front matter has no 'severity'", Shape)]
    [InlineData("---\nid: mine\ntitel: Mine\n---\nSELECT 1", "mine.sql:3: there is no entry 'titel' in a rule", "Did you mean 'title'?")]
    [InlineData("---\nid: My rule\n---\nSELECT 1", "mine.sql:2: 'My rule' is no id", "Use small letters, digits and '_'.")]
    [InlineData("---\nid: mine\ntitle: Mine\nseverity: Severe\n---\nSELECT 1", "mine.sql:4: there is no severity 'Severe'", "It is one of critical, high, medium, low, info.")]
    [InlineData(Head + "parameters:\n  Least: 1\n---\nSELECT 1", "mine.sql:9: 'Least' is no name of a parameter", "Use small letters, digits and '_', and begin with a letter.")]
    [InlineData(Head + "parameters:\n  least: [1, a]\n---\nSELECT 1", "mine.sql:9: the list 'least' must hold texts only, or numbers only", "Put numbers that are meant as texts in quotes.")]
    [InlineData(Head + "---\nSELECT {least}", "mine.sql:9:8: there is no parameter 'least'", "Declare it in the front matter: 'parameters:', and below it '  least: 5'.")]
    public void A_mistake_in_a_rule_is_named_with_its_place(string text, string message, string hint)
    {
        var path = Write("mine.sql", text);
        var error = Assert.Throws<QueryException>(() => RuleSet.Load(_folder, thresholds: null));
        Assert.Equal((ErrorCode.InvalidArguments, message, hint), (error.Code, error.Message.Replace(path, "mine.sql", StringComparison.Ordinal), error.Hint));
    }

    [Fact]
    public void Text_that_is_no_YAML_is_named_with_its_line()
    {
        var path = Write("mine.sql", "---\nid: mine\ntitle: 'Mine\n---\nSELECT 1");
        var error = Assert.Throws<QueryException>(() => RuleSet.Load(_folder, thresholds: null));
        Assert.StartsWith($"{path}:3: this is no YAML: ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_syntax_error_is_found_before_the_logs_are_read()
    {
        var path = Write("mine.sql", $"{Head}parameters:\n  name: a long value\n---\nSELECT {{name}},\n  pool idenity role\nFROM uses");
        var error = Assert.Throws<QueryException>(() => RuleSet.Load(_folder, thresholds: null));
        Assert.Equal(ErrorCode.SyntaxError, error.Code);
        Assert.StartsWith($"{path}:12:16: mismatched input 'role'.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SELECT nothing, {text} AS x, {text} + 1 AS y\nFROM uses", ErrorCode.ColumnNotFound, "mine.sql:11:8: Column 'nothing' cannot be resolved")]
    [InlineData("SELECT {text} AS x,\n {text} AS y, nothing FROM uses", ErrorCode.ColumnNotFound, "mine.sql:12:15: Column 'nothing' cannot be resolved")]
    [InlineData("SELECT event_id FROM use", ErrorCode.TableNotFound, "mine.sql:11:22: Table 'awsdatacatalog.session.use' does not exist")]
    public async Task An_error_of_the_query_is_placed_in_the_rules_file(string query, ErrorCode code, string message)
    {
        var path = Write("mine.sql", $"{Head}parameters:\n  text: much longer than its name\n---\n{query}");
        var error = await Assert.ThrowsAsync<QueryException>(() => new Story().AuditAsync(RuleSet.Load(_folder, thresholds: null)));
        Assert.Equal((code, message), (error.Code, error.Message.Replace(path, "mine.sql", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_missing_column_is_asked_for()
    {
        var path = Write("mine.sql", $"{Head}---\nSELECT pool, identity, role, action AS detail FROM uses");
        var error = await Assert.ThrowsAsync<QueryException>(() => new Story().AuditAsync(RuleSet.Load(_folder, thresholds: null)));
        Assert.Equal(($"{path}: the rule gives no such column: Column 'subject' cannot be resolved", Columns), (error.Message, error.Hint));
    }

    [Fact]
    public void An_id_is_given_once()
    {
        var first = Write("a.sql", $"{Head}---\n{Select}");
        var second = Write("b.sql", $"{Head}---\n{Select}");
        var error = Assert.Throws<QueryException>(() => RuleSet.Load(_folder, thresholds: null));
        Assert.Equal($"{second}: the id 'mine' is taken by {first}", error.Message);
        File.Delete(second);
        File.WriteAllText(first, $"{Head.Replace("id: mine", "id: role_chain", StringComparison.Ordinal)}---\n{Select}");
        error = Assert.Throws<QueryException>(() => RuleSet.Load(_folder, thresholds: null));
        Assert.Equal($"{first}: the id 'role_chain' is taken by the built-in rules", error.Message);
    }

    [Theory]
    [InlineData("role_chian:\n  a: 1\n", "t.yaml:1: there is no rule 'role_chian'", "Did you mean 'role_chain'?")]
    [InlineData("identity_farming:\n  identitys: 5\n", "t.yaml:2: the rule 'identity_farming' has no parameter 'identitys'", "Did you mean 'identities'?")]
    [InlineData("identity_farming:\n  minutes: long\n", "t.yaml:2: 'minutes' must be a number", "Its value is 10.")]
    [InlineData("s3_outside_prefix:\n  shared_prefixes: protected/\n", "t.yaml:2: 'shared_prefixes' must be a list of texts", "Its value is CAST(ARRAY['protected/'] AS array(varchar)).")]
    [InlineData("identity_farming: 5\n", "t.yaml:1: lines of the form 'name: value' are expected", "docs/findings.md shows one.")]
    public void A_mistake_in_a_thresholds_file_is_named_with_its_place(string text, string message, string hint)
    {
        var path = Write("t.yaml", text);
        var error = Assert.Throws<QueryException>(() => RuleSet.Load(folder: null, path));
        Assert.Equal((message, hint), (error.Message.Replace(path, "t.yaml", StringComparison.Ordinal), error.Hint));
    }

    [Fact]
    public void An_empty_thresholds_file_changes_nothing() =>
        Assert.Equal(RuleSet.BuiltIn.Select(rule => rule.Id), RuleSet.Load(folder: null, Write("t.yaml", "# nothing\n")).Select(rule => rule.Id));

    [Fact]
    public void Missing_files_and_folders_are_named()
    {
        var nowhere = Path.Combine(_folder, "nowhere");
        Assert.Equal($"There is no folder '{nowhere}'", Assert.Throws<QueryException>(() => RuleSet.Load(nowhere, thresholds: null)).Message);
        Assert.Equal($"The folder '{_folder}' holds no rule", Assert.Throws<QueryException>(() => RuleSet.Load(_folder, thresholds: null)).Message);
        Assert.StartsWith($"The file '{nowhere}' cannot be read: ", Assert.Throws<QueryException>(() => RuleSet.Load(folder: null, nowhere)).Message, StringComparison.Ordinal);
    }

    private string Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }
}
