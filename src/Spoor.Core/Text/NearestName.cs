namespace Spoor.Core.Text;

/// <summary>Finds what a misspelt name may have meant.</summary>
public static class NearestName
{
    /// <summary>The candidate with the fewest differing letters, ignoring case; null when none is near. Never the name itself: that was no slip.</summary>
    public static string? Find(string name, IEnumerable<string> candidates)
    {
        var limit = Math.Max(1, name.Length / 3);
        string? nearest = null;
        foreach (var candidate in candidates.Where(candidate => candidate != name && Math.Abs(candidate.Length - name.Length) <= limit))
        {
            var distance = Distance(name.ToLowerInvariant(), candidate.ToLowerInvariant());
            if (distance < limit || (distance == limit && nearest is null))
            {
                limit = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>A hint that names the nearest candidate: <c>Did you mean 'eventname'?</c>; null when none is near.</summary>
    public static string? Hint(string name, IEnumerable<string> candidates) =>
        Find(name, candidates) is { } nearest ? $"Did you mean '{nearest}'?" : null;

    // Levenshtein's distance with transposed neighbours as one change (optimal string alignment): the commonest slip of fingers.
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= b.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
