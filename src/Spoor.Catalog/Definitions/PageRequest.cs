using Spoor.Core.Errors;

namespace Spoor.Catalog.Definitions;

/// <summary>Which part of a list is asked for.</summary>
public sealed record PageRequest
{
    /// <summary>The most that a page can have.</summary>
    public const int MaxSize = 1000;

    /// <summary>A page of a list.</summary>
    /// <param name="size">How many entries at most, 1 to <see cref="MaxSize"/>.</param>
    /// <param name="token">What the page before gave as <see cref="Page{T}.NextToken"/>; null for the first page.</param>
    /// <exception cref="QueryException">InvalidArguments: the size is none of these.</exception>
    public PageRequest(int size, string? token)
    {
        if (size is < 1 or > MaxSize)
        {
            throw new QueryException(ErrorCode.InvalidArguments, span: null, $"A page has 1 to {MaxSize} entries, not {size}");
        }

        Size = size;
        Token = token;
    }

    /// <summary>How many entries at most.</summary>
    public int Size { get; }

    /// <summary>Where the page begins; null for the start.</summary>
    public string? Token { get; }
}
