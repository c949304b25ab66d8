namespace PairingLab.SmartConnect.Core.Commands;

/// <summary><c>GET /POS/Transaction/{id}</c>.</summary>
public sealed record PollPayment(string Payment, string Token) : ISmartConnectCommand;
