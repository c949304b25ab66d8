namespace PairingLab.SmartConnect.Core.Commands;

/// <summary><c>PUT /POS/Pairing/{code}</c>.</summary>
public sealed record PairRegister(string Code, string Register, string? Name, string Business, string Vendor, RegisterContact? Contact = null) : ISmartConnectCommand;
