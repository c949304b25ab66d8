using System.Text.Json;
using PairingLab.Kernel.Web;

namespace PairingLab.TerminalTrust.Api;

/// <summary>The ports of a server, kept on its disk: its terminals know them.</summary>
/// <param name="Gate">Gate's port; 0 lets the system choose.</param>
/// <param name="Master">Master's port.</param>
/// <param name="Vpn">The port of the VPN's entrance.</param>
/// <param name="Documents">The port of the OpenAPI documents.</param>
public sealed record ServerPorts(int Gate, int Master, int Vpn, int Documents)
{
    /// <summary>Reads what <see cref="ToText"/> wrote; null for nothing.</summary>
    public static ServerPorts? Read(string? text) => text is null ? null : JsonSerializer.Deserialize<ServerPorts>(text, LabJson.Options);

    /// <summary>As the disk has it.</summary>
    public string ToText() => JsonSerializer.Serialize(this, LabJson.Options);
}
