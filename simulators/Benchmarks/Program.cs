using System.Globalization;
using PairingLab.Benchmarks;
using PairingLab.Benchmarks.Admin;
using PairingLab.Benchmarks.Sci;

switch (args)
{
    case ["--bare", var port, var body]:
        await BareKestrel.ServeAsync(int.Parse(port, CultureInfo.InvariantCulture), body);
        return 0;
    case ["--wiremock", var port, var answers]:
        await WebProcess.ServeWireMockAsync(int.Parse(port, CultureInfo.InvariantCulture), answers);
        return 0;
}

var names = args.Where(a => !a.StartsWith('-')).ToArray();
IBenchmark[] all =
[
    new EmptyScenario(), new FullPairing(), new CommanderSuite(), new HostStart(), new IdleHost(), new YearOfWorkstations(),
        new YearOfSite(),
        new SerialReading(),
    new SignedPairingInfo(), new SignedTransaction(), new WholePairings(), new CertifiedReferencePos(),
    new SmartConnectLoad(), new SmartConnectCrowd(),
    new ThousandTerminals(),
    new MacsDecisions(), new MacsEntries(), new MacsCrowd(), new OperationsPage(), new PanelSuite(),
    new LargeReport(), new IsolatedSites(),
];
var chosen = all.Where(b => names.Length == 0 || names.Any(n => b.GetType().Name.Contains(n, StringComparison.OrdinalIgnoreCase)))
    .ToArray();
if (chosen.Length == 0)
{
    Console.Error.WriteLine($"no benchmark '{string.Join(' ', names)}'; there are: {string.Join(", ", all.Select(b => b.GetType().Name))}");
    return 2;
}

var table = new ResultTable();
foreach (var benchmark in chosen)
{
    Console.Error.WriteLine($"{benchmark.GetType().Name} ...");
    await foreach (var result in benchmark.RunAsync())
    {
        table.Add(result);
    }
}

table.Print();
return 0;
