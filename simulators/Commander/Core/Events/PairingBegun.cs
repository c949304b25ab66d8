namespace PairingLab.Commander.Core.Events;

/// <summary>A workstation has the one pairing session.</summary>
public sealed record PairingBegun(string SessionId, string Workstation, string Otp, DateTimeOffset RetrieveUntil, DateTimeOffset EnterUntil) : ICommanderEvent;
