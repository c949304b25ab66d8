namespace PairingLab.Drivers.Wire;

/// <summary>A device to be added to a site, in the shape of <c>POST /lab/devices</c>.</summary>
/// <param name="Id">Its id, not yet taken.</param>
/// <param name="Kind">Its kind, such as <c>pos-workstation</c>.</param>
/// <param name="Model">Its model, or null for the usual one.</param>
/// <param name="Commander">The Commander it belongs to, or null for the first.</param>
public sealed record NewDevice(string Id, string Kind, string? Model = null, string? Commander = null);
