namespace PairingLab.Drivers.Wire;

/// <summary>Reads the lab's directory.</summary>
public sealed class DirectoryClient(HttpClient http, Uri lab)
{
    private readonly LabHttp labHttp = new(http, lab);

    /// <summary>What the lab serves now.</summary>
    public Task<LabDirectory> ReadAsync(CancellationToken cancel = default) =>
        labHttp.SendAsync<LabDirectory>(HttpMethod.Get, "directory", null, cancel);
}
