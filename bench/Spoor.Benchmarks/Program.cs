using Spoor.Benchmarks.Scan;

return args switch
{
    ["scan", .. var rest] => await ScanBenchmark.RunAsync(ScanOptions.Parse(rest)),
    [PeakMemory.ChildCommand, var folder, var sql] => await PeakMemory.RunChildAsync(folder, sql),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Spoor.Benchmarks scan [--quick] [--runs N] [--data FOLDER] [--json FILE] [--markdown FILE]");
    return 2;
}
