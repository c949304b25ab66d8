namespace PairingLab.TerminalTrust.Api;

/// <summary>Body of <c>POST /terminal/hello</c>.</summary>
/// <param name="Serial">The terminal's serial number, "BT101308".</param>
/// <param name="Firmware">Its firmware, eight digits: "20230801".</param>
public sealed record HelloRequest(string Serial, string Firmware);
