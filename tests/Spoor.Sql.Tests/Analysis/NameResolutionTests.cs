using Spoor.Core.Errors;
using Spoor.Sql.Analysis.Nodes;
using Xunit;

namespace Spoor.Sql.Tests.Analysis;

public class NameResolutionTests
{
    [Fact]
    public void Columns_match_ignoring_case_and_keep_the_written_name() =>
        Assert.Equal(["EventName"], Analyzed.Query("SELECT EventName FROM CloudTrail_Logs").ColumnNames);

    [Fact]
    public void Unnamed_columns_are_numbered_by_position() =>
        Assert.Equal(["eventname", "_col1", "n"], Analyzed.Query("SELECT eventname, amount + 1, amount AS n FROM cloudtrail_logs").ColumnNames);

    [Fact]
    public void A_misspelt_column_gets_Athenas_sentence_and_the_nearest_name()
    {
        Assert.Equal((ErrorCode.ColumnNotFound, "line 1:8: Column 'evntname' cannot be resolved"), Analyzed.Error("SELECT evntname FROM cloudtrail_logs"));
        Assert.Equal("Did you mean 'eventname'? DESCRIBE lists a table's columns.", Analyzed.Hint("SELECT evntname FROM cloudtrail_logs"));
    }

    [Fact]
    public void A_misspelt_table_gets_Trinos_sentence_and_the_nearest_name()
    {
        Assert.Equal((ErrorCode.TableNotFound, "line 1:15: Table 'awsdatacatalog.default.cloudtrial_logs' does not exist"), Analyzed.Error("SELECT * FROM cloudtrial_logs"));
        Assert.Equal("Did you mean 'cloudtrail_logs'? SHOW TABLES IN default lists the tables.", Analyzed.Hint("SELECT * FROM cloudtrial_logs"));
    }

    [Fact]
    public void An_unknown_database_is_named() =>
        Assert.Equal((ErrorCode.SchemaNotFound, "line 1:15: Schema 'nowhere' does not exist"), Analyzed.Error("SELECT * FROM nowhere.users"));

    [Fact]
    public void A_column_of_two_tables_is_ambiguous() =>
        Assert.Equal((ErrorCode.AmbiguousName, "line 1:8: Column 'arn' is ambiguous"), Analyzed.Error("SELECT arn FROM users a, users b"));

    [Fact]
    public void A_table_may_be_named_by_its_database() =>
        Assert.Equal(["arn"], Analyzed.Query("SELECT audit.users.* FROM audit.users").ColumnNames);

    [Fact]
    public void Dots_reach_fields_of_rows_ignoring_case()
    {
        var access = Assert.IsType<BoundFieldAccess>(Analyzed.Expression("t.userIdentity.sessionContext.sessionIssuer.ARN", "cloudtrail_logs t"));
        Assert.Equal("varchar", access.Type.ToString());
    }

    [Fact]
    public void An_unknown_field_is_named_in_full()
    {
        Assert.Equal((ErrorCode.ColumnNotFound, "line 1:8: Column 'useridentity.typ' cannot be resolved"), Analyzed.Error("SELECT userIdentity.typ FROM cloudtrail_logs"));
        Assert.Equal("Did you mean the field 'type'?", Analyzed.Hint("SELECT userIdentity.typ FROM cloudtrail_logs"));
    }

    [Fact]
    public void A_field_of_a_text_is_refused_with_advice()
    {
        Assert.Equal((ErrorCode.TypeMismatch, "line 1:8: Expression eventname is not of type ROW"), Analyzed.Error("SELECT eventname.x FROM cloudtrail_logs"));
        Assert.Equal("For a column that holds JSON text, use json_extract_scalar(column, '$.field').", Analyzed.Hint("SELECT eventname.x FROM cloudtrail_logs"));
    }

    [Fact]
    public void Hidden_columns_are_not_part_of_a_star() =>
        Assert.DoesNotContain("$path", Analyzed.Query("SELECT * FROM cloudtrail_logs").ColumnNames);

    [Fact]
    public void Hidden_columns_are_read_only_when_named()
    {
        var read = Assert.IsType<BoundScan>(Assert.IsType<BoundProject>(Analyzed.Relation("SELECT \"$path\" FROM cloudtrail_logs")).Input);
        var unread = Assert.IsType<BoundScan>(Assert.IsType<BoundProject>(Analyzed.Relation("SELECT eventname FROM cloudtrail_logs")).Input);
        Assert.Contains("$path", read.Columns);
        Assert.DoesNotContain("$path", unread.Columns);
    }

    [Fact]
    public void GROUP_BY_does_not_see_aliases_and_says_so()
    {
        const string sql = "SELECT lower(eventname) AS name, count(*) FROM cloudtrail_logs GROUP BY name";
        Assert.Equal((ErrorCode.ColumnNotFound, "line 1:73: Column 'name' cannot be resolved"), Analyzed.Error(sql));
        Assert.Equal("GROUP BY does not see aliases: write GROUP BY 1, or repeat the expression.", Analyzed.Hint(sql));
    }
}
