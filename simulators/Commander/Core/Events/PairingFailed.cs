namespace PairingLab.Commander.Core.Events;

/// <summary>The session ended without a pairing; the service waits for another try.</summary>
public sealed record PairingFailed(string SessionId, string Workstation, DateTimeOffset RetryUntil, bool WrongOtp) : ICommanderEvent;
