namespace PairingLab.Kernel.Web;

/// <summary>Body of <c>POST /lab/devices/{id}/press</c>.</summary>
public sealed record PressRequest(string? Button);
