namespace PairingLab.SmartConnect.Api;

/// <summary>Answer to <c>POST /Device/{device}/Payments/Next</c>: the payment to take; the amount is in cents.</summary>
public sealed record DevicePaymentResponse(string Id, string Register, string Type, long Amount);
