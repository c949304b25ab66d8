namespace PairingLab.Kernel.Web;

/// <summary>Body of <c>POST /lab/devices/{id}/enter</c>.</summary>
public sealed record EnterRequest(string? Field, string? Text);
