namespace Spoor.Samples.Records;

/// <summary>The accounts and regions of every sample.</summary>
internal static class SampleAccounts
{
    public const string Shop = "111122223333";
    public const string Partner = "444455556666";

    public static readonly SampleStream[] Streams =
    [
        new(Shop, "us-east-1", 48),
        new(Shop, "eu-west-1", 22),
        new(Shop, "ap-southeast-2", 8),
        new(Partner, "us-east-1", 14),
        new(Partner, "us-west-2", 8),
    ];
}
