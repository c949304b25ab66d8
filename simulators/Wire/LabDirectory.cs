namespace PairingLab.Wire;

/// <summary>What a lab serves, in the shape of <c>GET /lab/directory</c>.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Systems">The pairing systems, each with its addresses.</param>
/// <param name="Devices">The devices of the site.</param>
public sealed record LabDirectory(string Site, IReadOnlyList<SystemInfo> Systems, IReadOnlyList<DeviceListing> Devices)
{
    /// <summary>The system of that name; throws <see cref="InvalidOperationException"/> that names those that are there.</summary>
    public SystemInfo System(string name) =>
        Systems.FirstOrDefault(s => s.Name == name)
        ?? throw new InvalidOperationException(
            $"the lab has no system '{name}'; there are: {string.Join(", ", Systems.Select(s => s.Name))}");

    /// <summary>The device of that id; throws <see cref="UnknownDeviceException"/> that names those that are there.</summary>
    public DeviceListing Device(string id) =>
        Devices.FirstOrDefault(d => d.Id == id)
        ?? throw new UnknownDeviceException($"the lab has no device '{id}'; there are: {string.Join(", ", Devices.Select(d => d.Id))}");
}

/// <summary>An entry under "systems" of the directory.</summary>
/// <param name="Name">The system.</param>
/// <param name="Id">Which one of several; a device's id.</param>
/// <param name="Api">The base that the paths in docs/protocols are appended to; null without power.</param>
/// <param name="Pages">Where a person begins.</param>
/// <param name="Openapi">Its OpenAPI document.</param>
/// <param name="Credentials">What a client needs, made for this site.</param>
/// <param name="Https">The same base over TLS, where <paramref name="Api"/> is without; whom to trust is at GET /lab/ca.pem.</param>
public sealed record SystemInfo(
    string Name,
    string Id,
    string? Api,
    string? Pages,
    string? Openapi,
    IReadOnlyDictionary<string, string> Credentials,
    string? Https = null);

/// <summary>A row of "devices" in the directory.</summary>
/// <param name="Id">The device's id.</param>
/// <param name="Kind">Its kind, "pos-workstation".</param>
/// <param name="System">Its system.</param>
/// <param name="Model">The maker's model.</param>
/// <param name="Page">Its page.</param>
/// <param name="Line">Its serial line: tty path or tcp address; null when it has none.</param>
/// <param name="Remote">Where a terminal program reaches it (tcp://host:port); null when it can't.</param>
/// <param name="Power">Whether it has power.</param>
public sealed record DeviceListing(
    string Id,
    string Kind,
    string System,
    string Model,
    string Page,
    string? Line,
    string? Remote,
    bool Power);

/// <summary>The lab has no device of that id.</summary>
public sealed class UnknownDeviceException(string message, Exception? inner = null) : Exception(message, inner);
