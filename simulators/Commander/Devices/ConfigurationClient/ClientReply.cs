namespace PairingLab.Commander.Devices.ConfigurationClient;

/// <summary>What came back to a Configuration Client.</summary>
/// <param name="To">The request that it answers.</param>
/// <param name="ErrorCode">Why it was refused; null when it was done; "" when nobody answered.</param>
/// <param name="ErrorText">What the person is told.</param>
/// <param name="Token">Sign-in: the bearer token.</param>
/// <param name="Otp">Retrieve: the six characters.</param>
/// <param name="Rows">Lists: the rows.</param>
public sealed record ClientReply(
    ClientRequest To,
    string? ErrorCode = null,
    string? ErrorText = null,
    string? Token = null,
    string? Otp = null,
    IReadOnlyList<string>? Rows = null);
