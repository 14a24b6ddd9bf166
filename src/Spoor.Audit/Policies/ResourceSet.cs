using Spoor.Core.Collections;

namespace Spoor.Audit.Policies;

/// <summary>The resources that an action was used on, in bounded memory: many of one kind (keys of a bucket, queues of an account) become their common folder.</summary>
internal sealed class ResourceSet
{
    /// <summary>So many resources of one kind are named each; more become a pattern.</summary>
    public const int MostNamed = 10;

    private const string Any = "*";
    private readonly Dictionary<string, Kind> _kinds = new(StringComparer.Ordinal);
    private bool _isAny;

    /// <summary>Adds a resource, or a pattern.</summary>
    public void Add(string resource)
    {
        if (resource == Any)
        {
            _isAny = true;
            return;
        }

        var key = KindOf(resource);
        if (!_kinds.TryGetValue(key, out var kind))
        {
            _kinds.Add(key, kind = new Kind());
        }

        kind.Add(resource);
    }

    /// <summary>Patterns in order, none of them within another.</summary>
    public ValueList<string> ToPatterns()
    {
        if (_isAny)
        {
            return [Any];
        }

        var patterns = _kinds.Values.SelectMany(kind => kind.Patterns).Distinct(StringComparer.Ordinal).ToList();
        var folders = patterns.Where(pattern => pattern.EndsWith('*')).Select(pattern => pattern[..^1]).ToList();
        return patterns.Where(pattern => !folders.Exists(folder => pattern.Length > folder.Length + 1 && pattern.StartsWith(folder, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToValueList();
    }

    // Partition, service, region, account and the first part of the name; an identity's own folder apart from others.
    private static string KindOf(string resource)
    {
        var name = 0;
        for (var colons = 0; colons < 5 && name >= 0; colons++)
        {
            name = resource.IndexOf(':', name) + 1;
            if (name == 0)
            {
                return "";
            }
        }

        var end = resource.AsSpan(name).IndexOfAny('/', ':');
        var kind = end < 0 ? resource[..name] : resource[..(name + end + 1)];
        return resource.Contains("${cognito", StringComparison.Ordinal) ? $"{kind}$" : kind;
    }

    private sealed class Kind
    {
        private readonly HashSet<string> _named = new(StringComparer.Ordinal);

        public string? Common { get; private set; }

        public IEnumerable<string> Patterns => Common is null ? _named : [Common + Any];

        public void Add(string resource)
        {
            if (Common is not null)
            {
                Common = CommonFolder(Common, resource);
                return;
            }

            _named.Add(resource);
            if (_named.Count > MostNamed)
            {
                Common = _named.Aggregate(CommonFolder);
                _named.Clear();
            }
        }

        // Up to the last separator that both have in common.
        private static string CommonFolder(string a, string b)
        {
            var length = a.AsSpan().CommonPrefixLength(b);
            return a[..(a.AsSpan(0, length).LastIndexOfAny('/', ':') + 1)];
        }
    }
}
