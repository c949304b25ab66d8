namespace PairingLab.TerminalTrust.Core;

/// <summary>Which pairing request: several certificates may ask under one serial number.</summary>
/// <param name="Serial">The serial number.</param>
/// <param name="Fingerprint">The certificate's fingerprint.</param>
public readonly record struct RequestKey(string Serial, string Fingerprint);
