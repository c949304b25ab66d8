namespace PairingLab.Kernel.Web;

/// <summary>Body of <c>POST /lab/cables/{id}</c>: connected, cut, slow or lossy.</summary>
public sealed record CableRequest(string? State);
