namespace PairingLab.SmartConnect.Api;

/// <summary>Body of <c>POST /Device/{device}/SignOn</c>: the serial number of the hardware.</summary>
public sealed record SignOnRequest(string SerialNumber);
