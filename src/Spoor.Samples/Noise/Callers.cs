namespace Spoor.Samples.Noise;

/// <summary>Who makes a call in an ordinary account.</summary>
[Flags]
internal enum Callers
{
    People = 1,
    Machines = 2,
    Services = 4,
    All = 7,
}
