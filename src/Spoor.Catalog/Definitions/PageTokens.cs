using System.Buffers.Text;
using System.Text;
using Spoor.Core.Collections;
using Spoor.Core.Errors;

namespace Spoor.Catalog.Definitions;

/// <summary>Page tokens: the key after which the next page begins, so that neither what is dropped nor what is added between two pages moves the others.</summary>
internal static class PageTokens
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The key after which the page begins; empty for the first page, as no key is.</summary>
    /// <exception cref="QueryException">InvalidArguments: no page gave this token.</exception>
    public static string KeyBefore(PageRequest page)
    {
        if (page.Token is null)
        {
            return "";
        }

        try
        {
            return s_strict.GetString(Base64Url.DecodeFromChars(page.Token));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            throw new QueryException(ErrorCode.InvalidArguments, span: null, "The page token is not one that a page has given", "Ask for the first page again, without a token.", exception);
        }
    }

    /// <summary>The page of the first of <paramref name="entries"/>; one more than the page's size says that there is a next page.</summary>
    /// <param name="page">What was asked for.</param>
    /// <param name="entries">The entries behind the token, in order: one more than the page can have is enough.</param>
    /// <param name="key">The key of an entry.</param>
    public static Page<T> Cut<T>(PageRequest page, IEnumerable<T> entries, Func<T, string> key)
    {
        var all = entries.Take(page.Size + 1).ToList();
        return all.Count <= page.Size
            ? new Page<T>(all.ToValueList(), NextToken: null)
            : new Page<T>(all.Take(page.Size).ToValueList(), Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key(all[page.Size - 1]))));
    }
}
