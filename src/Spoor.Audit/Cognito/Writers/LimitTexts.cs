using Spoor.Audit.Cognito.Model;
using Spoor.Core.Collections;
using static Spoor.Audit.Reports.ReportNumbers;

namespace Spoor.Audit.Cognito.Writers;

/// <summary>Limits as lines for people: what is the same of many regions is one line. The JSON form has them one by one.</summary>
internal static class LimitTexts
{
    private const string MissingDelivery = "missing_delivery";
    private const int MostShown = 6;

    /// <summary>The sentences, in order.</summary>
    public static IEnumerable<string> Of(ValueList<AuditLimit> limits)
    {
        // "Account 1, eu-west-1: nothing was delivered on ...": the same of another place ends alike.
        var alike = limits.Where(limit => limit.Id == MissingDelivery && Split(limit.Text) >= 0).ToLookup(limit => limit.Text[Split(limit.Text)..]);
        foreach (var limit in limits)
        {
            var group = limit.Id == MissingDelivery && Split(limit.Text) >= 0 ? alike[limit.Text[Split(limit.Text)..]].ToList() : [limit];
            if (group.Count == 1)
            {
                yield return limit.Text;
            }
            else if (ReferenceEquals(group[0], limit))
            {
                var places = group.Select(one => one.Text[..Split(one.Text)]).ToList();
                yield return $"{Number(group.Count)} regions ({string.Join("; ", places.Take(MostShown))}{(places.Count > MostShown ? $"; and {Number(places.Count - MostShown)} more" : "")}){limit.Text[Split(limit.Text)..]}";
            }
        }
    }

    private static int Split(string text) => text.IndexOf(": nothing was delivered", StringComparison.Ordinal);
}
