namespace PairingLab.Drivers.StandIns;

/// <summary>
/// What plays third parties over HTTP: WireMock, either in process (WireMock.Net) or as itself (the jar); which one is the difference
/// between the package sets. Both take the same <see cref="Stub"/>s.
/// </summary>
public interface IStandIn : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    /// <summary>Adds stubs; a later one goes before an earlier one for the same request.</summary>
    Task AddAsync(IEnumerable<Stub> stubs, CancellationToken cancel = default);
}
