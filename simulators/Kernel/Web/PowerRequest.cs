namespace PairingLab.Kernel.Web;

/// <summary>Body of <c>POST /lab/devices/{id}/power</c>.</summary>
public sealed record PowerRequest(bool On);
