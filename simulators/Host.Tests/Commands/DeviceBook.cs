namespace PairingLab.Host.Tests.Commands;

/// <summary>What was answered to a payment device and its registers, written down beside the server.</summary>
internal sealed class DeviceBook(string id)
{
    public string Id => id;

    /// <summary>The hardware that bears the id now.</summary>
    public string Serial { get; set; } = $"SN-{id}";

    public List<string> Registers { get; } = [];

    public List<string> Queue { get; } = [];

    public string? Taken { get; set; }

    /// <summary>The code on its screen.</summary>
    public string? Code { get; set; }

    /// <summary>The code that it showed before.</summary>
    public string? OldCode { get; set; }
}
