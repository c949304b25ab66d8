namespace PairingLab.SmartConnect.Core.Commands;

/// <summary><c>POST /POS/Transaction</c>.</summary>
public sealed record AcceptPayment(string Payment, string Token, string Register, string Business, string Vendor, string Type, long Amount) : ISmartConnectCommand;
