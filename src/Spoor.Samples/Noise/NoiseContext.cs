using Spoor.Samples.Records;

namespace Spoor.Samples.Noise;

/// <summary>The names that one noise record talks about.</summary>
internal sealed class NoiseContext(SampleRandom random, string account, string region, DateTimeOffset time)
{
    private static readonly string[] s_buckets = ["orders-archive", "media-uploads", "data-lake-raw", "data-lake-curated", "build-artifacts", "access-logs"];
    private static readonly string[] s_folders = ["incoming", "processed/2025/03", "exports/daily", "team=payments/dt=2025-03-04", "images/products", "reports"];
    private static readonly string[] s_files = ["part-00000.snappy.parquet", "orders.csv", "manifest.json", "image (1).png", "app+bundle.zip", "übersicht.pdf"];
    private static readonly string[] s_functions = ["order-intake", "thumbnailer", "nightly-report", "webhook-fanout", "session-cleanup"];
    private static readonly string[] s_tables = ["orders", "customers", "inventory", "sessions"];

    public SampleRandom Random => random;

    public string Account => account;

    public string Region => region;

    public DateTimeOffset Time => time;

    public string Bucket { get; } = $"{random.Pick<string>(s_buckets)}-{account}";

    public string Key { get; } = $"{random.Pick<string>(s_folders)}/{random.Hex(4)}-{random.Pick<string>(s_files)}";

    public string Function { get; } = random.Pick<string>(s_functions);

    public string Table { get; } = random.Pick<string>(s_tables);

    public string Role { get; } = random.Pick<string>(["order-service", "etl-runner", "nightly-report-role", "eks-node", "audit-reader"]);

    /// <summary>Ids that come back, as a real account's do: one of 40 per kind.</summary>
    public string Id(string prefix) => $"{prefix}-0{SampleRandom.For(prefix.Length, account[0] + prefix[0], random.Below(40)).Hex(16)}";

    public string KmsKey => $"arn:aws:kms:{region}:{account}:key/{SampleRandom.For(7, account[0], random.Below(5)).Uuid()}";

    public string Arn(string service, string resource) => $"arn:aws:{service}:{region}:{account}:{resource}";

    public string S3Resources => $$"""[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::{{Bucket}}/{{Key}}"},{"accountId":"{{account}}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::{{Bucket}}"}]""";

    public string Resource(string type, string arn) => $$"""[{"accountId":"{{account}}","type":"{{type}}","ARN":"{{arn}}"}]""";

    public string S3Transfer(int sent, int received) =>
        $$"""{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":{{sent}}.0,"AuthenticationMethod":"AuthHeader","x-amz-id-2":"{{random.Alphanumeric(75)}}=","bytesTransferredOut":{{received}}}""";
}
