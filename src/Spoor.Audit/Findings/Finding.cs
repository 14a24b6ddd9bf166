using Spoor.Core.Collections;

namespace Spoor.Audit.Findings;

/// <summary>What a rule found: one thing that someone should look at, with the records that show it.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Severity">The rule's severity.</param>
/// <param name="Title">The rule's title.</param>
/// <param name="Pool">Pool; null when none is concerned.</param>
/// <param name="Identity">Identity; null when none or several are concerned.</param>
/// <param name="Role">ARN of the role; null when none is concerned.</param>
/// <param name="Subject">What it is about: a key, an identity, an address, a pool.</param>
/// <param name="Detail">One line that says what was seen.</param>
/// <param name="FirstTime">Time of the first event that it is about, as in records.</param>
/// <param name="LastTime">Time of the last.</param>
/// <param name="EventIds">The records that show it.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="WhatToDo">What to do about it.</param>
/// <param name="FalseAlarm">What would make it a false alarm.</param>
public sealed record Finding(
    string RuleId, FindingSeverity Severity, string Title, string? Pool, string? Identity, string? Role, string? Subject, string? Detail, string? FirstTime, string? LastTime,
    ValueList<string> EventIds, string Why, string WhatToDo, string FalseAlarm);
