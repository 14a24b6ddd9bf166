using System.Text.Json;

namespace Spoor.Audit.Policies.Iam;

/// <summary>The <c>when</c> of a row of actions.csv: <c>PATH</c>, <c>!PATH</c> or <c>PATH^TEXT</c>.</summary>
internal sealed class RequestCondition
{
    private readonly RequestPath _path;
    private readonly bool _isAbsence;
    private readonly string? _start;

    private RequestCondition(RequestPath path, bool isAbsence, string? start)
    {
        _path = path;
        _isAbsence = isAbsence;
        _start = start;
    }

    /// <summary>Reads a condition; null for an empty text, which always holds.</summary>
    public static RequestCondition? Parse(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text[0] == '!')
        {
            return new RequestCondition(new RequestPath(text[1..]), isAbsence: true, start: null);
        }

        var parts = text.Split('^', 2);
        return new RequestCondition(new RequestPath(parts[0]), isAbsence: false, parts.Length == 2 ? parts[1] : null);
    }

    public bool Holds(JsonElement request) => _start is null
        ? _path.Exists(request) != _isAbsence
        : _path.Texts(request).Any(text => text.AsSpan().TrimStart().StartsWith(_start, StringComparison.OrdinalIgnoreCase));
}
