using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Spoor.Core.Errors;

/// <summary>What to do next, said of the matter, with places at which a host puts its own names of settings.</summary>
/// <remarks>
/// It is written as an interpolated string. Behind the colon of a setting stands what is said with its name, which <c>*</c> stands for, and behind <c>|</c> what is said without:
/// <c>$"Skip bad data{Setting.SkipBadData: (*)}, or use another {Setting.Home:*|home}."</c>
/// </remarks>
[InterpolatedStringHandler]
public sealed class Hint
{
    private readonly List<(string Text, Setting? Setting, string Named)> _parts;

    /// <summary>For the compiler.</summary>
    public Hint(int literalLength, int formattedCount) => _parts = new List<(string, Setting?, string)>((2 * formattedCount) + Math.Min(literalLength, 1));

    private Hint(IEnumerable<(string, Setting?, string)> parts) => _parts = [.. parts];

    /// <summary>The interpolated string as a hint, where the compiler would make it a text.</summary>
    public static Hint Of(Hint hint) => hint;

    /// <summary>A text that speaks of no setting.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Hint?(string? text) => FromString(text);

    /// <summary>A text that speaks of no setting.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static Hint? FromString(string? text) => text is null ? null : new Hint([(text, null, "")]);

    /// <summary>For the compiler: what stands outside the holes.</summary>
    public void AppendLiteral(string text) => _parts.Add((text, null, ""));

    /// <summary>A value.</summary>
    public void AppendFormatted<T>(T value) => _parts.Add((string.Create(CultureInfo.InvariantCulture, $"{value}"), null, ""));

    /// <summary>Another hint, with its settings.</summary>
    public void AppendFormatted(Hint hint) => _parts.AddRange(hint._parts);

    /// <summary>A setting.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="format">What is said with its name, and behind <c>|</c> without.</param>
    public void AppendFormatted(Setting setting, string format) => AppendFormatted((setting, ""), format);

    /// <summary>A setting with a value that it may be given.</summary>
    /// <param name="setting">The setting and the value, which stands behind the name.</param>
    /// <param name="format">Likewise.</param>
    public void AppendFormatted((Setting Setting, string Value) setting, string format)
    {
        var bar = format.IndexOf('|', StringComparison.Ordinal);
        var named = bar < 0 ? format : format[..bar];
        _parts.Add((bar < 0 ? "" : format[(bar + 1)..], setting.Setting, setting.Value.Length == 0 ? named : named.Replace("*", $"* {setting.Value}", StringComparison.Ordinal)));
    }

    /// <summary>The hint with its texts changed, settings as they are.</summary>
    public Hint Select(Func<string, string> change) => new(_parts.Select(part => (change(part.Text), part.Setting, part.Named)));

    /// <summary>The hint without names of settings.</summary>
    public override string ToString() => ToString(_ => null);

    /// <summary>The hint with a host's names of settings.</summary>
    /// <param name="nameOf">The name; null where the host has none.</param>
    public string ToString(Func<Setting, string?> nameOf)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part.Setting is { } setting && nameOf(setting) is { } name ? part.Named.Replace("*", name, StringComparison.Ordinal) : part.Text);
        }

        return text.ToString();
    }
}
