namespace PairingLab.Commander.Api;

/// <summary>A row of <c>GET /config/system-messages</c>.</summary>
public sealed record SystemMessageResponse(DateTimeOffset At, string Text);
