namespace PairingLab.Drivers.Wire;

/// <summary>Adds, removes and powers simulated devices. Throws <see cref="LabRequestException"/> when the lab refuses.</summary>
public sealed class DeviceClient(HttpClient http, Uri lab)
{
    private readonly LabHttp labHttp = new(http, lab);

    /// <summary>Plugs a device in or out of the mains.</summary>
    public Task PowerAsync(string device, bool on, CancellationToken cancel = default) =>
        DoAsync(HttpMethod.Post, $"devices/{LabHttp.Segment(device)}/power", new PowerRequest(on), cancel);

    /// <summary>Adds a device to the site.</summary>
    public Task AddAsync(DeviceSpec device, CancellationToken cancel = default) =>
        DoAsync(HttpMethod.Post, "devices", device, cancel);

    /// <summary>Plugs a device's cable into another device.</summary>
    public Task ConnectAsync(string device, string to, CancellationToken cancel = default) =>
        DoAsync(HttpMethod.Post, $"devices/{LabHttp.Segment(device)}/connect", new ConnectRequest(to), cancel);

    /// <summary>Takes a device away.</summary>
    public Task RemoveAsync(string device, CancellationToken cancel = default) =>
        DoAsync(HttpMethod.Delete, $"devices/{LabHttp.Segment(device)}", null, cancel);

    private async Task DoAsync(HttpMethod method, string path, object? body, CancellationToken cancel)
    {
        using var _ = await labHttp.SendAsync(method, path, body, cancel);
    }
}
