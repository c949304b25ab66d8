using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>
/// Body of <c>POST /Device/{device}/SignOn</c>: the serial number of the hardware, and how it ends payments when nobody works it; left out,
/// it waits for a person.
/// </summary>
public sealed record SignOnRequest(string SerialNumber, string? Plays = null);

/// <summary>
/// Its answer; <c>session</c> is the bearer token of what follows. It ends with the next sign-on and with the server's power.
/// </summary>
public sealed record SignOnResponse(string Session);

/// <summary>Answer to <c>GET /Device/{device}</c>.</summary>
/// <param name="Version">Ask with <c>?after=</c> this number to hear only of something new (304 otherwise).</param>
/// <param name="Registers">The registers that are paired with it.</param>
/// <param name="Pairings">How many registers have used a code of this device since it signed on.</param>
/// <param name="LastPaired">The label of the last of them; null before the first.</param>
/// <param name="Queued">How many payments wait for it.</param>
/// <param name="HasPayment">Whether there is one to be fetched, or one that it has fetched and not finished.</param>
public sealed record DeviceResponse(
    long Version, IReadOnlyList<DeviceRegisterResponse> Registers, int Pairings, string? LastPaired, int Queued, bool HasPayment);

/// <summary>A register in the list of a device.</summary>
public sealed record DeviceRegisterResponse(string Id, string Label, string Business);

/// <summary>
/// Answer to <c>POST /Device/{device}/PairingCode</c>: the code to show, and in how many seconds to ask for another and take it off.
/// </summary>
public sealed record PairingCodeResponse(string PairingCode, double RefreshInSeconds, double ExpiresInSeconds);

/// <summary>Answer to <c>POST /Device/{device}/Payments/Next</c>: the payment to take; the amounts are in cents.</summary>
public sealed record DevicePaymentResponse(
    string Id, string Register, string Type, long Amount, long? Cash = null, string? Reference = null);

/// <summary>
/// Body of <c>POST /Device/{device}/Payments/{payment}/Outcome</c>: accepted, declined, cancelled, unavailable or failed, what was read
/// from the card, and what else there is to tell.
/// </summary>
public sealed record OutcomeRequest(string Outcome, CardDetails? Card = null, OutcomeReport? Report = null);
