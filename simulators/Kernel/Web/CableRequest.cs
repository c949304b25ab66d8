namespace PairingLab.Kernel.Web;

/// <summary>Body of <c>POST /lab/cables/{id}</c>.</summary>
/// <param name="State">connected, cut, slow or lossy.</param>
/// <param name="DivertedTo">Who sits on the path, "host:port"; null for nobody.</param>
public sealed record CableRequest(string? State, string? DivertedTo = null);
