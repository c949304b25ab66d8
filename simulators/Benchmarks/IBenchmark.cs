namespace PairingLab.Benchmarks;

/// <summary>Something that is measured beside its limit or a peer, in one run.</summary>
internal interface IBenchmark
{
    /// <summary>Measures; a result a row of the table.</summary>
    IAsyncEnumerable<Result> RunAsync();
}
