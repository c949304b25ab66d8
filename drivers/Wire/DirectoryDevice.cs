namespace PairingLab.Drivers.Wire;

/// <summary>A device in the lab's directory.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind, such as <c>pos-workstation</c>.</param>
/// <param name="System">The pairing system it belongs to.</param>
/// <param name="Page">Its page, or null.</param>
/// <param name="Line">The tty path or tcp address of a serial device, or null.</param>
/// <param name="Remote">Where a terminal program reaches it, tcp://host:port, or null.</param>
public sealed record DirectoryDevice(string Id, string Kind, string System, Uri? Page, string? Line, string? Remote = null);
