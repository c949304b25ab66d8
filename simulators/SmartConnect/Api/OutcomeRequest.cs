using PairingLab.SmartConnect.Core;

namespace PairingLab.SmartConnect.Api;

/// <summary>Body of <c>POST /Device/{device}/Payments/{payment}/Outcome</c>: accepted, declined, cancelled, unavailable or failed, and what was read from the card.</summary>
public sealed record OutcomeRequest(string Outcome, CardDetails? Card = null);
