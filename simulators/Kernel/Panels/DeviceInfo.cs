namespace PairingLab.Kernel.Panels;

/// <summary>Who a device is.</summary>
/// <param name="Id">Its id on the bench, "pos-1".</param>
/// <param name="Kind">Its kind, "pos-workstation".</param>
/// <param name="System">The pairing system it belongs to, "commander".</param>
/// <param name="Model">The maker's model name, "Topaz".</param>
public sealed record DeviceInfo(string Id, string Kind, string System, string Model);
