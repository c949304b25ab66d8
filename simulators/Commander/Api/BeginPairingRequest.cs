namespace PairingLab.Commander.Api;

/// <summary>Body of <c>POST /pairing/sessions</c>.</summary>
public sealed record BeginPairingRequest(string Workstation, string Vendor, string Model);
