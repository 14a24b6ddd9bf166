using System.Text.RegularExpressions;

namespace Spoor.Audit.Policies.Iam;

/// <summary>A template of resources.csv, as <c>arn:{partition}:s3:::{bucketName}/{key}</c>.</summary>
internal sealed partial class ResourceTemplate
{
    private const int MostResourcesOfACall = 1000;
    private readonly string[] _texts;
    private readonly Func<RecordedCall, IEnumerable<string>>[] _values;

    public ResourceTemplate(string text)
    {
        var parts = Placeholder().Split(text);
        _texts = [.. parts.Where((_, index) => index % 2 == 0)];
        _values = [.. parts.Where((_, index) => index % 2 == 1).Select(Value)];
    }

    /// <summary>The resources of a call, as patterns; empty where the record lacks a value.</summary>
    public IEnumerable<string> Fill(RecordedCall call)
    {
        List<(string Text, bool IsWhole)> filled = [(_texts[0], false)];
        for (var i = 0; i < _values.Length; i++)
        {
            var values = _values[i](call).Take(MostResourcesOfACall).ToList();
            filled = [.. filled.SelectMany(start => values.Select(value => Join(start, value, _texts[i + 1]))).Take(MostResourcesOfACall)];
        }

        return filled.Select(resource => resource.Text);
    }

    // A value that is an ARN says all, but for a bucket's place: an access point's objects are behind /object/.
    private static (string Text, bool IsWhole) Join((string Text, bool IsWhole) start, string value, string next) =>
        start.IsWhole ? start
        : !value.StartsWith("arn:", StringComparison.Ordinal) ? (start.Text + NoDoubleSlash(start.Text, value) + next, false)
        : start.Text.EndsWith(":s3:::", StringComparison.Ordinal) ? (value + (next.Length > 0 ? "/object" : "") + next, false)
        : (value, true);

    // Parameter names of Systems Manager may begin with the slash that the ARN has already.
    private static string NoDoubleSlash(string start, string value) =>
        start.EndsWith(":parameter/", StringComparison.Ordinal) ? value.TrimStart('/') : value;

    private static Func<RecordedCall, IEnumerable<string>> Value(string name)
    {
        if (name.StartsWith("type:", StringComparison.Ordinal))
        {
            var type = name["type:".Length..];
            return call => call.RecordedResources().Where(resource => resource.Type == type).Select(resource => IamPattern.Escape(resource.Arn));
        }

        if (name.StartsWith("queue:", StringComparison.Ordinal))
        {
            var path = new RequestPath(name["queue:".Length..]);
            return call => path.Texts(call.Request).Select(url => QueueOf(url, call)).OfType<string>();
        }

        if (name.StartsWith("source:", StringComparison.Ordinal))
        {
            var path = new RequestPath(name["source:".Length..]);
            return call => path.Texts(call.Request).Select(SourceOf);
        }

        var member = new RequestPath(name);
        return name switch
        {
            "partition" => call => [call.Partition],
            "region" => call => [call.Region],
            "account" => call => [call.Account],
            _ => call => member.Texts(call.Request).Select(IamPattern.Escape),
        };
    }

    /// <summary>The ARN of https://sqs.REGION.amazonaws.com/ACCOUNT/NAME.</summary>
    private static string? QueueOf(string url, RecordedCall call) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.AbsolutePath.Trim('/').Split('/') is [var account, var name]
            ? $"arn:{call.Partition}:sqs:{(address.Host.Split('.') is ["sqs", var region, ..] ? region : call.Region)}:{account}:{IamPattern.Escape(name)}"
            : null;

    /// <summary>Bucket and key of <c>/BUCKET/KEY?versionId=V</c>, which may be URL-encoded.</summary>
    private static string SourceOf(string text)
    {
        var source = text.TrimStart('/');
        var version = source.IndexOf("?versionId=", StringComparison.Ordinal);
        return IamPattern.Escape(Uri.UnescapeDataString(version < 0 ? source : source[..version]));
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Placeholder();
}
