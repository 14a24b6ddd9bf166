using System.Text;
using System.Text.Unicode;
using Spoor.Sql.Types;

namespace Spoor.Engine.DuckDb.Native;

/// <summary>varchar and the types kept as text; varbinary.</summary>
internal sealed unsafe class TextVectorWriter(SqlType type, bool isText) : VectorWriter(type)
{
    /// <summary>Longest text that <c>duckdb_string_t</c> holds in itself: 4 bytes of length, then the bytes, zero-filled.</summary>
    private const int InlineLength = 12;

    private const int StringSize = 16;

    public override void WriteText(int index, ReadOnlySpan<byte> utf8)
    {
        // DuckDB trusts its texts to be UTF-8 and reads past the end of one that is cut inside a character.
        if (isText && !Utf8.IsValid(utf8))
        {
            utf8 = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(utf8));
        }

        if (utf8.Length <= InlineLength)
        {
            var value = new Span<byte>(Data + ((long)index * StringSize), StringSize);
            value.Clear();
            value[0] = (byte)utf8.Length;
            utf8.CopyTo(value[4..]);
            return;
        }

        fixed (byte* bytes = utf8)
        {
            Api.AssignString(Vector, (ulong)index, bytes, (ulong)utf8.Length);
        }
    }
}
