namespace PairingLab.TerminalTrust.Devices.Kiosk;

/// <summary>An upgrade that a terminal fetches.</summary>
/// <param name="To">The firmware that it gets.</param>
/// <param name="Package">Where the package is.</param>
/// <param name="Received">Bytes that are on its disk.</param>
/// <param name="Total">Bytes of the package; 0 before the first piece.</param>
public sealed record KioskUpgrade(string To, string Package, int Received = 0, int Total = 0);
