using System.Globalization;
using Spoor.CloudTrail.Names;
using Spoor.Core.Types;
using Spoor.Sql.Analysis.Nodes;
using Spoor.Sql.Functions;
using Spoor.Sql.Functions.Resolution;

namespace Spoor.Engine.Tables.Objects;

/// <summary>What the key of an object that CloudTrail delivered tells of all its records.</summary>
internal enum KeyPart
{
    /// <summary>The account below <c>AWSLogs/</c>.</summary>
    Account,

    /// <summary>The region's folder.</summary>
    Region,

    /// <summary>The day's folder, as <c>yyyy-MM-dd</c>.</summary>
    Day,
}

/// <summary>Reads the parts out of names.</summary>
internal static class KeyParts
{
    // 2024-01-31
    private const long DayLength = 10;

    /// <summary>The part of a column's name; null for a column that is none of these.</summary>
    public static KeyPart? Named(string column) => column switch
    {
        "account" => KeyPart.Account,
        "region" => KeyPart.Region,
        "day" => KeyPart.Day,
        _ => null,
    };

    /// <summary>The member of a record that tells the same, for objects whose key does not.</summary>
    public static string Member(KeyPart part) => part switch
    {
        KeyPart.Account => "recipientaccountid",
        KeyPart.Region => "awsregion",
        _ => "eventtime",
    };

    /// <summary>The part as a record's member tells it.</summary>
    /// <param name="part">The part.</param>
    /// <param name="member">The member's text.</param>
    public static BoundExpression FromMember(KeyPart part, Symbol member) => part == KeyPart.Day
        ? new BoundCall(
            FunctionResolver.Resolve("substr", [new TypedArgument(member.Type), new TypedArgument(ScalarTypes.BigInt), new TypedArgument(ScalarTypes.BigInt)], default),
            [new BoundColumn(member, default), new BoundLiteral(1L, ScalarTypes.BigInt, default), new BoundLiteral(DayLength, ScalarTypes.BigInt, default)],
            default)
        : new BoundColumn(member, default);

    /// <summary>A text as a column's type; NULL for a text of another form, such as a time that is none.</summary>
    public static BoundExpression As(SqlType type, BoundExpression text) => text.Type.Equals(type) ? text : new BoundCast(text, type, IsTry: true, IsImplicit: true, default);

    /// <summary>The part's text in a name.</summary>
    public static string In(CloudTrailObjectName name, KeyPart part) => part switch
    {
        KeyPart.Account => name.AccountId,
        KeyPart.Region => name.Region,
        _ => name.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
