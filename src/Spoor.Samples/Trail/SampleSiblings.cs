using System.IO.Compression;
using System.Text;
using Spoor.Samples.Records;

namespace Spoor.Samples.Trail;

/// <summary>What CloudTrail puts beside a trail's records: digests, insights, aggregates, network activity. Nothing of it is a call to count.</summary>
internal static class SampleSiblings
{
    public static void Write(string folder, SampleOptions options)
    {
        var random = SampleRandom.For(options.Seed, 4);
        var stream = SampleAccounts.Streams[0];
        for (var day = 0; day < Math.Min(options.Days, 30); day++)
        {
            var time = options.FirstInstant.AddDays(day).AddHours(6);
            Write(folder, stream, "CloudTrail-Digest", time, random, Digest(stream, time, random));
        }

        var noon = options.FirstInstant.AddHours(12);
        Write(folder, stream, "CloudTrail-Insight", noon, random, Records(Insight(stream, noon, random, "Start"), Insight(stream, noon.AddMinutes(9), random, "End")));
        Write(folder, stream, "CloudTrail-Aggregated", noon, random, Records(Aggregate(stream, noon, random)));
        Write(folder, stream, "CloudTrail-NetworkActivity", noon, random, Records(Network(stream, noon, random)));
    }

    private static void Write(string folder, SampleStream stream, string kind, DateTimeOffset time, SampleRandom random, string json)
    {
        var path = SampleObject.PathOf(folder, stream.Account, kind, stream.Region, time, random.Alphanumeric(16));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a file's path always has a folder
        using var gzip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        gzip.Write(Encoding.UTF8.GetBytes(json));
    }

    private static string Records(params ReadOnlySpan<string> records) => $$"""{"Records":[{{string.Join(',', records)}}]}""";

    private static string Digest(SampleStream stream, DateTimeOffset time, SampleRandom random) =>
        $$"""{"awsAccountId":"{{stream.Account}}","digestStartTime":"{{SampleEvent.Text(time.AddHours(-1))}}","digestEndTime":"{{SampleEvent.Text(time)}}","digestS3Bucket":"sample-trail","digestPublicKeyFingerprint":"{{random.Hex(32)}}","digestSignatureAlgorithm":"SHA256withRSA","newestEventTime":null,"oldestEventTime":null,"previousDigestS3Bucket":null,"previousDigestHashAlgorithm":"SHA-256","logFiles":[]}""";

    private static string Insight(SampleStream stream, DateTimeOffset time, SampleRandom random, string state) => $$$$"""
        {"eventVersion":"1.08","eventTime":"{{{{SampleEvent.Text(time)}}}}","awsRegion":"{{{{stream.Region}}}}","eventID":"{{{{random.Uuid()}}}}","eventType":"AwsCloudTrailInsight","recipientAccountId":"{{{{stream.Account}}}}","sharedEventID":"{{{{random.Uuid()}}}}","insightDetails":{"state":"{{{{state}}}}","eventSource":"sts.amazonaws.com","eventName":"AssumeRoleWithWebIdentity","insightType":"ApiCallRateInsight","insightContext":{"statistics":{"baseline":{"average":0.0000882145},"insight":{"average":0.6},"insightDuration":9,"baselineDuration":11336}}},"eventCategory":"Insight"}
        """;

    private static string Aggregate(SampleStream stream, DateTimeOffset time, SampleRandom random) => $$$"""
        {"eventVersion":"1.0","accountId":"{{{stream.Account}}}","eventId":"{{{random.Uuid()}}}","eventCategory":"Aggregated","eventType":"AwsAggregatedEvent","awsRegion":"{{{stream.Region}}}","eventSource":"cognito-identity.amazonaws.com","timeWindow":{"windowStart":"{{{SampleEvent.Text(time)}}}","windowEnd":"{{{SampleEvent.Text(time.AddMinutes(5))}}}","windowSize":"PT5M"},"summary":{"primaryDimension":{"dimension":"eventName","statistics":[{"name":"GetCredentialsForIdentity","value":12}]},"details":[]}}
        """;

    private static string Network(SampleStream stream, DateTimeOffset time, SampleRandom random) => $$"""
        {"eventVersion":"1.09","userIdentity":{"type":"AWSAccount","principalId":"{{random.PrincipalId("AROA")}}","accountId":"777788889999"},"eventTime":"{{SampleEvent.Text(time)}}","eventSource":"kms.amazonaws.com","eventName":"ListKeys","awsRegion":"{{stream.Region}}","sourceIPAddress":"10.0.0.8","errorCode":"VpceAccessDenied","errorMessage":"The request was denied due to a VPC endpoint policy","requestID":"{{random.Uuid()}}","eventID":"{{random.Uuid()}}","eventType":"AwsVpceEvent","recipientAccountId":"{{stream.Account}}","vpcEndpointId":"vpce-0fake0123456789ab","vpcEndpointAccountId":"{{stream.Account}}","eventCategory":"NetworkActivity"}
        """;
}
