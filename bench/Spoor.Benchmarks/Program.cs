using Spoor.Benchmarks.Audit;
using Spoor.Benchmarks.Scan;

return args switch
{
    ["scan", .. var rest] => await ScanBenchmark.RunAsync(ScanOptions.Parse(rest)),
    ["audit", .. var rest] => await AuditBenchmark.RunAsync(AuditOptions.Parse(rest)),
    [AuditBenchmark.ChildCommand, var folder] => await AuditBenchmark.RunChildAsync(folder),
    [PeakMemory.ChildCommand, var folder, var sql] => await PeakMemory.RunChildAsync(folder, sql),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Spoor.Benchmarks scan [--quick] [--runs N] [--data FOLDER] [--json FILE] [--markdown FILE]");
    Console.Error.WriteLine("       Spoor.Benchmarks audit [--objects N] [--records N] [--runs N] [--data FOLDER]");
    return 2;
}
