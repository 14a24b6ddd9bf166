using Spoor.Samples.Records;

namespace Spoor.Samples.Noise;

/// <summary>Makes the ordinary records of an account: nothing in them has to do with an identity pool's credentials.</summary>
internal sealed class NoiseSource(SampleRandom random, int seed)
{
    private static readonly string[] s_versions =
        ["1.05", "1.05", "1.06", "1.07", "1.08", "1.08", "1.08", "1.08", "1.09", "1.09", "1.09", "1.10", "1.10", "1.10", "1.11", "1.11"];

    private static readonly (string Code, string? Message)[] s_errors =
    [
        ("AccessDenied", "User is not authorized to perform this operation because no identity-based policy allows it"),
        ("AccessDenied", "Access Denied"),
        ("Client.UnauthorizedOperation", "You are not authorized to perform this operation."),
        ("ThrottlingException", "Rate exceeded"),
        ("ResourceNotFoundException", null),
        ("NoSuchKey", "The specified key does not exist."),
    ];

    private static readonly NoiseCall[] s_regional = Weighted(call => !call.IsGlobal);
    private static readonly NoiseCall[] s_everywhere = Weighted(_ => true);

    public SampleEvent Make(SampleStream stream, DateTimeOffset time)
    {
        if (random.PerMille(25))
        {
            return NoiseOddities.Make(random, stream, time);
        }

        var call = random.Pick<NoiseCall>(stream.Region == "us-east-1" ? s_everywhere : s_regional);
        var context = new NoiseContext(random, stream.Account, stream.Region, time);
        var caller = NoiseCaller.Choose(context, call.Callers, seed);
        var version = random.Pick<string>(s_versions);
        var isService = caller.Address.EndsWith(".amazonaws.com", StringComparison.Ordinal);
        var record = new SampleEvent
        {
            EventId = random.Uuid(),
            Time = time,
            Account = stream.Account,
            Region = random.PerMille(2) ? "us-west-1" : stream.Region,
            Source = call.Source + ".amazonaws.com",
            Name = call.Name,
            Version = version,
            Identity = caller.Identity,
            Address = caller.Address,
            UserAgent = caller.UserAgent,
            Request = call.Request?.Invoke(context),
            Response = call.Response?.Invoke(context),
            Additional = call.Additional?.Invoke(context),
            RequestId = call.Source == "s3" ? random.Hex(16).ToUpperInvariant() : random.Uuid(),
            ReadOnly = call.ReadOnly,
            Resources = call.Resources?.Invoke(context),
            ApiVersion = call.ApiVersion,
            Category = call.IsData ? "Data" : "Management",
            SharedEventId = isService && random.Chance(60) ? random.Uuid() : null,
            VpcEndpointId = !isService && random.Chance(8) ? "vpce-0fake0123456789ab" : null,
            TlsHost = isService || string.CompareOrdinal(version, "1.08") < 0 ? null : $"{call.Source}.{stream.Region}.amazonaws.com",
            FromConsole = caller.FromConsole,
        };
        return random.Chance(4) ? Failed(record) : record;
    }

    private SampleEvent Failed(SampleEvent record)
    {
        var (code, message) = random.Pick<(string, string?)>(s_errors);
        return record with { ErrorCode = code, ErrorMessage = message, Response = null };
    }

    private static NoiseCall[] Weighted(Func<NoiseCall, bool> choose) =>
        [.. NoiseCalls.All.Where(choose).SelectMany(call => Enumerable.Repeat(call, call.Weight))];
}
