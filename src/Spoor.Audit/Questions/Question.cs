using Spoor.Audit.Logs;
using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;
using Spoor.Sql.Syntax.Printing;

namespace Spoor.Audit.Questions;

/// <summary>A query with a name, over the table <c>cloudtrail</c> and its views.</summary>
/// <param name="Name">Its file's name: <c>root_use</c>.</param>
/// <param name="Title">What it asks, in a line.</param>
/// <param name="Group">Under what it is listed.</param>
/// <param name="Needs">What the logs must hold so that an empty answer says something; null for nothing beyond any record.</param>
/// <param name="Parameters">What has to be said with it, in order.</param>
/// <param name="See">What answers more; null for nothing.</param>
/// <param name="Text">The query with its places, as it is in the file.</param>
public sealed record Question(string Name, string Title, string Group, QuestionNeed? Needs, ValueList<QuestionParameter> Parameters, string? See, string Text)
{
    /// <summary>The query with values in its places, each of which becomes a literal.</summary>
    /// <param name="values">Values by the parameters' names.</param>
    /// <exception cref="QueryException">InvalidArguments: a value is missing, or belongs to no parameter.</exception>
    public SqlFragment Fill(IReadOnlyDictionary<string, string> values)
    {
        if (values.Keys.FirstOrDefault(name => Parameters.All(parameter => parameter.Name != name)) is { } unknown)
        {
            var names = Parameters.Select(parameter => parameter.Name).ToList();
            throw new QueryException(
                ErrorCode.InvalidArguments, null, $"'{Name}' has no parameter '{unknown}'",
                names.Count == 0 ? "It takes none." : NearestName.Hint(unknown, names) ?? $"It takes {string.Join(", ", names)}.");
        }

        if (Parameters.FirstOrDefault(parameter => parameter.Default is null && !values.ContainsKey(parameter.Name)) is { } missing)
        {
            throw new QueryException(ErrorCode.InvalidArguments, null, $"'{Name}' needs a value for '{missing.Name}'", Hint.Of($"{missing.About}{(Setting.Parameter, $"{missing.Name}=..."): *}"));
        }

        return StatementTemplate.Parse(Text).Fill(place =>
            place.Column.Length == 0 && Parameters.FirstOrDefault(parameter => parameter.Name == place.Phrase) is { } parameter
                ? SqlFragment.Of($"{values.GetValueOrDefault(parameter.Name, parameter.Default ?? "")}")
                : null);
    }
}

/// <summary>What a question asks of the logs.</summary>
/// <param name="What">Which records: <c>S3 data events</c>.</param>
/// <param name="Where">A condition that such records of <c>cloudtrail</c> meet.</param>
public sealed record QuestionNeed(string What, string Where)
{
    /// <summary>A query that gives a row when the logs hold such a record.</summary>
    public SqlFragment Check => SqlFragment.Of($"SELECT 1 FROM cloudtrail WHERE {SqlFragment.Written(Where)} LIMIT 1");
}

/// <summary>A value that a question is asked with; a text.</summary>
/// <param name="Name">Its name.</param>
/// <param name="About">What it is, in a sentence.</param>
/// <param name="Default">What is meant where none is given; null where one has to be.</param>
public sealed record QuestionParameter(string Name, string About, string? Default);
