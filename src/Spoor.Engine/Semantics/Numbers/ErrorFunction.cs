namespace Spoor.Engine.Semantics.Numbers;

/// <summary>The Gaussian error function.</summary>
internal static class ErrorFunction
{
    /// <summary><c>1 - erf(x)</c>, by its series near zero and its continued fraction elsewhere.</summary>
    internal static double Complement(double x)
    {
        if (x < 0)
        {
            return 2 - Complement(-x);
        }

        return x < 3 ? 1 - Series(x) : ContinuedFraction(x);
    }

    private static double Series(double x)
    {
        var (term, sum) = (x, x);
        for (var n = 1; n < 200 && Math.Abs(term) > Math.Abs(sum) * 1e-17; n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double ContinuedFraction(double x)
    {
        var fraction = x;
        for (var n = 120; n > 0; n--)
        {
            fraction = x + (n / 2d / fraction);
        }

        return Math.Exp(-x * x) / (fraction * Math.Sqrt(Math.PI));
    }
}
