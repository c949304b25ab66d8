namespace PairingLab.Drivers.Wire;

/// <summary>What a lab serves, in the shape of <c>GET /lab/directory</c>.</summary>
/// <param name="Site">The site's name.</param>
/// <param name="Systems">The pairing systems, each with its addresses.</param>
/// <param name="Devices">The devices of the site.</param>
public sealed record LabDirectory(string Site, IReadOnlyList<DirectorySystem> Systems, IReadOnlyList<DirectoryDevice> Devices)
{
    /// <summary>The system of that name; throws <see cref="InvalidOperationException"/> that names those that are there.</summary>
    public DirectorySystem System(string name) =>
        Systems.FirstOrDefault(s => s.Name == name)
        ?? throw new InvalidOperationException($"the lab has no system '{name}'; there are: {string.Join(", ", Systems.Select(s => s.Name))}");

    /// <summary>The device of that id; throws <see cref="UnknownDeviceException"/> that names those that are there.</summary>
    public DirectoryDevice Device(string id) =>
        Devices.FirstOrDefault(d => d.Id == id)
        ?? throw new UnknownDeviceException($"the lab has no device '{id}'; there are: {string.Join(", ", Devices.Select(d => d.Id))}");
}
