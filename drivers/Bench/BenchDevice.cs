namespace PairingLab.Drivers.Bench;

/// <summary>A device of a bench.</summary>
/// <param name="Id">Its name on the bench: small letters, digits and '-'.</param>
/// <param name="Kind">One of <see cref="DeviceKinds"/>.</param>
/// <param name="Is">Simulated, real, or worked by an operator.</param>
/// <param name="Model">The model; the usual one of its kind when the file names none; null for a kind without models.</param>
/// <param name="Line">A real display's serial line: a path, a COM port or <c>tcp://host:port</c>; null for all others.</param>
/// <param name="Baud">Bits a second on that line.</param>
/// <param name="Parity">Parity on that line.</param>
/// <param name="Page">The web page of another real device; null for all others.</param>
/// <param name="Through">How the panel is worked; null for the run's usual way.</param>
/// <param name="Commander">The id of the Commander it belongs to; null for the first one.</param>
/// <param name="Place">Where the file says so, for messages.</param>
public sealed record BenchDevice(
    string Id,
    string Kind,
    DeviceWay Is,
    string? Model,
    string? Line,
    int Baud,
    LineParity Parity,
    Uri? Page,
    PanelWay? Through,
    string? Commander,
    BenchPlace Place);
