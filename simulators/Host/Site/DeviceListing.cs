namespace PairingLab.Host.Site;

/// <summary>A row of "devices" in the directory.</summary>
/// <param name="Id">The device's id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="System">Its system.</param>
/// <param name="Model">The maker's model.</param>
/// <param name="Page">Its page.</param>
/// <param name="Line">Its serial line: tty path or tcp address; null when it has none.</param>
/// <param name="Remote">Where a terminal program reaches it (tcp://host:port); null when it can't.</param>
/// <param name="Power">Whether it has power.</param>
public sealed record DeviceListing(string Id, string Kind, string System, string Model, string Page, string? Line, string? Remote, bool Power);
