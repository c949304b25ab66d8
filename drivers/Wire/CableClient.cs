namespace PairingLab.Drivers.Wire;

/// <summary>Sets the lab's cables.</summary>
public sealed class CableClient(HttpClient http, Uri lab)
{
    private readonly LabHttp labHttp = new(http, lab);

    /// <summary>Sets a cable; throws <see cref="LabRequestException"/> when the lab has none of that id.</summary>
    public async Task SetAsync(string cable, CableState state, CancellationToken cancel = default)
    {
        var body = new CableRequest(state.ToString().ToLowerInvariant());
        using var _ = await labHttp.SendAsync(HttpMethod.Post, $"cables/{LabHttp.Segment(cable)}", body, cancel);
    }

    /// <summary>Puts somebody who listens at <paramref name="to"/> ("host:port") on the path of a cable.</summary>
    public async Task DivertAsync(string cable, string to, CancellationToken cancel = default)
    {
        var body = new CableRequest("connected", to);
        using var _ = await labHttp.SendAsync(HttpMethod.Post, $"cables/{LabHttp.Segment(cable)}", body, cancel);
    }
}
