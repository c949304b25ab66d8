namespace PairingLab.SmartConnect.Api;

/// <summary>Answer to <c>GET /Device/{device}</c>.</summary>
/// <param name="Version">Ask with <c>?after=</c> this number to hear only of something new (304 otherwise).</param>
/// <param name="Registers">The registers that are paired with it.</param>
/// <param name="Pairings">How many registers have used a code of this device since it signed on.</param>
/// <param name="LastPaired">The label of the last of them; null before the first.</param>
/// <param name="Queued">How many payments wait for it.</param>
/// <param name="HasPayment">Whether there is one to be fetched, or one that it has fetched and not finished.</param>
public sealed record DeviceResponse(
    long Version, IReadOnlyList<DeviceRegisterResponse> Registers, int Pairings, string? LastPaired, int Queued, bool HasPayment);
