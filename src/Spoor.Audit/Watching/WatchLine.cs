using System.Text.Json;
using System.Text.Json.Serialization;
using Spoor.Audit.Reports.Json;
using Spoor.Core.Collections;

namespace Spoor.Audit.Watching;

/// <summary>Something that the watch tells once: a new session, a finding, or what has changed of one.</summary>
/// <param name="Sequence">Number in the order of telling, from 1.</param>
/// <param name="Id">The same whenever it is told: for receivers that may get it twice.</param>
/// <param name="Type"><c>session</c>, <c>finding</c> or <c>update</c>.</param>
/// <param name="Json">One line of JSON, without a line feed.</param>
public sealed record WatchLine(long Sequence, string Id, string Type, string Json)
{
    /// <summary>Type of findings.</summary>
    public const string Finding = "finding";

    /// <summary>Type of changes of findings that were told.</summary>
    public const string Update = "update";

    /// <summary>Whether the line is for those who only want to hear of findings.</summary>
    public bool IsOfFinding => Type is Finding or Update;

    /// <summary>Type of sessions.</summary>
    public const string Session = "session";
}

/// <summary>A new session as a line has it; docs/watch.md describes its members.</summary>
internal sealed record SessionLine(
    string Type, long Sequence, string Id, string? Time, string? Pool, string? Identity, string? Access, string? Role, string? SessionName, string AccessKeyId, long Depth, string? ParentKey,
    string? Flow, string? IssueEventId, string? Expiration, string Certainty, string? SourceIp);

/// <summary>A finding as a line has it. An update has all members as they are now, and says what is new.</summary>
internal sealed record FindingLine(
    string Type, long Sequence, string Id, string RuleId, string Severity, string Title, string? Pool, string? Identity, string? Role, string? Subject, string? Detail, string? FirstTime,
    string? LastTime, ValueList<string> EventIds, string Why, string WhatToDo, string FalseAlarm)
{
    /// <summary>Of an update: the finding's id.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? FindingId { get; init; }

    /// <summary>Of an update: how often the finding was told, with this.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Revision { get; init; }

    /// <summary>Of an update: names of members that are not as they were told last.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? Changed { get; init; }

    /// <summary>Of an update: evidence that was not told before.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<string>? NewEventIds { get; init; }
}

/// <summary>The serializer of lines, made at build time so that a start needs no reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(SessionLine))]
[JsonSerializable(typeof(FindingLine))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class WatchJsonContext : JsonSerializerContext
{
    /// <summary>One line each, with the names that all reports have.</summary>
    public static WatchJsonContext Line { get; } = new(new JsonSerializerOptions(ReportJson.Options()) { WriteIndented = false });
}
