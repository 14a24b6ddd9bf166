namespace Spoor.Engine.Semantics.Numbers;

/// <summary>Functions of Java's <c>StrictMath</c> whose last digit depends on the algorithm.</summary>
internal static class JavaMath
{
    /// <summary>The cube root by fdlibm's algorithm, which Java prescribes: <c>cbrt(27) = 3</c>.</summary>
    /// <seealso href="https://www.netlib.org/fdlibm/s_cbrt.c"/>
    internal static double Cbrt(double value)
    {
        const int B1 = 715_094_163; // (682 - 0.03306235651) * 2^20
        const int B2 = 696_219_795; // (664 - 0.03306235651) * 2^20
        const double C = 19.0 / 35, D = -864.0 / 1225, E = 99.0 / 70, F = 45.0 / 28, G = 5.0 / 14;
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        var x = Math.Abs(value);
        var root = x < 2.2250738585072014E-308
            ? OfHigh((High(x * 18_014_398_509_481_984) / 3) + B2) // 2^54
            : OfHigh((High(x) / 3) + B1);

        // To 23 bits.
        var r = root * root / x;
        var s = C + (r * root);
        root *= G + (F / (s + E + (D / s)));

        // To 20 bits and above the root; then one step of Newton's to 53.
        root = OfHigh(High(root) + 1);
        s = root * root;
        r = x / s;
        r = (r - root) / (root + root + r);
        return Math.CopySign(root + (root * r), value);
    }

    private static int High(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> 32);

    private static double OfHigh(int high) => BitConverter.Int64BitsToDouble((long)high << 32);
}
