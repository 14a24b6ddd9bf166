using Spoor.Core.Collections;
using Spoor.Core.Errors;
using Spoor.Core.Text;

namespace Spoor.Audit.Questions;

/// <summary>The questions that can be asked by name: the built-in ones, and those of a folder.</summary>
public static class QuestionSet
{
    private const string Library = "Library";

    /// <summary>The built-in questions and those of a folder, by name; one of the folder stands before a built-in one of its name.</summary>
    /// <param name="folder">A folder with questions, <c>*.sql</c>; null for none.</param>
    /// <exception cref="QueryException">A file cannot be read or is at fault; the message says which and where.</exception>
    public static ValueList<Question> Load(string? folder)
    {
        var questions = EmbeddedFile.NamesIn(typeof(QuestionSet), Library)
            .Select(name => QuestionFile.Read(name, EmbeddedFile.Read(typeof(QuestionSet), $"{Library}/{name}")))
            .ToDictionary(question => question.Name, StringComparer.Ordinal);
        foreach (var path in folder is null ? [] : Directory.EnumerateFiles(folder, "*.sql"))
        {
            var question = QuestionFile.Read(path, ReadFile(path));
            questions[question.Name] = question;
        }

        return questions.Values.OrderBy(question => question.Name, StringComparer.Ordinal).ToValueList();
    }

    /// <summary>The question of a name.</summary>
    /// <exception cref="QueryException">NotFound: there is none.</exception>
    public static Question Find(IReadOnlyList<Question> questions, string name) =>
        questions.FirstOrDefault(question => string.Equals(question.Name, name.Replace('-', '_'), StringComparison.OrdinalIgnoreCase)) ?? throw new QueryException(
            ErrorCode.NotFound, null, $"There is no question '{name}'", NearestName.Hint(name, questions.Select(question => question.Name)) ?? "The command without a name lists them.");

    private static string ReadFile(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new QueryException(ErrorCode.NotFound, null, $"The file '{path}' cannot be read: {exception.Message}", null, exception);
        }
    }
}
