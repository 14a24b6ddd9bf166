using Spoor.Benchmarks.Audit;
using Spoor.Benchmarks.S3;
using Spoor.Benchmarks.Scan;

return args switch
{
    ["scan", .. var rest] => await ScanBenchmark.RunAsync(ScanOptions.Parse(rest)),
    ["audit", .. var rest] => await AuditBenchmark.RunAsync(AuditOptions.Parse(rest)),
    [AuditBenchmark.ChildCommand, var folder] => await AuditBenchmark.RunChildAsync(folder),
    ["s3", .. var rest] => await S3Benchmark.RunAsync(S3Options.Parse(rest)),
    [ServerProcess.ChildCommand, var folder, var latency, var kind] => await ServerProcess.RunChildAsync(folder, latency, kind),
    [PeakMemory.ChildCommand, var folder, var sql] => await PeakMemory.RunChildAsync(folder, sql),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Spoor.Benchmarks scan [--quick] [--runs N] [--data FOLDER] [--json FILE] [--markdown FILE]");
    Console.Error.WriteLine("       Spoor.Benchmarks audit [--objects N] [--records N] [--runs N] [--data FOLDER]");
    Console.Error.WriteLine("       Spoor.Benchmarks s3 [--latency MILLISECONDS] [--objects N] [--runs N] [--data FOLDER] [--json FILE] [--markdown FILE]");
    return 2;
}
