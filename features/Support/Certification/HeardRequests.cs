using PairingLab.Drivers.Certification;
using PairingLab.Host.Site;
using PairingLab.Reports.Certification;

namespace PairingLab.Features.Support.Certification;

/// <summary>What SCI has heard from POSs in a certification. Safe from any thread.</summary>
public sealed class HeardRequests
{
    private readonly Lock gate = new();
    private readonly List<PosRequest> all = [];

    /// <summary>How many there are; to count from here.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return all.Count;
            }
        }
    }

    /// <summary>Takes one down.</summary>
    public void Add(PosRequest request)
    {
        lock (gate)
        {
            all.Add(request);
        }
    }

    /// <summary>Those since a count.</summary>
    public IReadOnlyList<PosRequest> Since(int count)
    {
        lock (gate)
        {
            return [.. all.Skip(count)];
        }
    }

    /// <summary>Those since a count as evidence, without secrets and without the browser's own questions.</summary>
    public IReadOnlyList<RequestSeen> Evidence(int since) =>
    [
        .. Since(since).Where(h => h.Method != "OPTIONS")
            .Select(h => new RequestSeen(
                h.Server, h.Method, h.Path, h.Status,
                PairingSystems.BuiltIn.Redaction.Redact(h.Body),
                PairingSystems.BuiltIn.Redaction.Redact(h.Answer))),
    ];
}
